// What an author is told of a text the television cannot show.
import type { MarkupFault } from '../../domain/notices/markup.ts';

export const MARKUP_FAULTS: Readonly<Record<MarkupFault['fault'], string>> = {
  html: '不能使用网页代码（尖括号 < > 里的内容）',
  link: '电视上打不开链接，请把网址删掉或改成说明文字',
  code: '不能使用代码格式（反引号）',
  quote: '不能使用引用格式（行首的 >）',
  'nested-list': '列表里不能再套列表',
  'picture-source': '图片要用“插入图片”上传，不能引用外部图片',
  unsupported: '这种格式电视上显示不了',
  empty: '正文是空的',
};
