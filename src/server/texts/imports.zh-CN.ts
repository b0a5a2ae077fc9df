// What an import says of a list that cannot be read, and of a row that cannot be taken as it is: what is wrong, how to mend it.
import type { BoxState } from '../../contract/boxes.ts';
import { IMPORT_COLUMNS } from '../../contract/imports.ts';
import type { Fault } from '../../domain/boxes/fault.ts';

/** Why a whole list is refused. */
export const LIST_TEXTS = {
  empty: () => '文件是空的。请上传 CSV 或 XLSX 文件，第一行是列名。',
  oldWorkbook: () => '这是旧版（.xls）或加了密码的表格。请去掉密码，另存为 .xlsx 再上传。',
  notAList: () => '这个文件不是 CSV 或 XLSX 表格。请上传 CSV 或 XLSX 文件，第一行是列名。',
  encoding: () => '看不出文件是什么编码。请在表格软件里另存为“CSV UTF-8”或 XLSX 再上传。',
  brokenArchive: () => 'XLSX 文件已损坏，打不开。请用表格软件打开、另存一份再上传。',
  tooMuchText: () => '表格里的内容太多，读不下。请分成几个文件再上传。',
  headingsMissing: (missing: readonly string[]) =>
    `第一行缺少这些列：${missing.join('、')}。列名要写成：${Object.values(IMPORT_COLUMNS).join('、')}。`,
  headingTwice: (heading: string) => `第一行有两列都叫“${heading}”，请只留一列。`,
  noRows: () => '列名下面一行内容也没有。',
  quoteOpen: (row: number) => `第 ${row} 行的引号没有配对，后面的内容分不开。请改好这一行再上传。`,
  brokenRow: (row: number) => `第 ${row} 行读不了，请检查这一行的引号和逗号。`,
  interrupted: () => '服务器多次出错，导入没有做完。已经导入的行不受影响，请稍后重新上传同一个文件。',
  fileGone: () => '原来的文件已经不在服务器上，请重新上传。',
  notADryRun: () => '只有检查完的清单才能正式导入。',
} as const;

const SPOILT = {
  number: (text: string) =>
    `被表格软件存成了数字（${text}），后几位可能已经丢失。请把这一列设为“文本”格式，重新填写原来的号码`,
  date: () => '被表格软件改成了日期。请把这一列设为“文本”格式，重新填写',
  error: (text: string) => `是一个出错的公式（${text}），请改成内容本身`,
} as const;

const STATES: Readonly<Record<BoxState, string>> = {
  listed: '登记在',
  bound: '安装在',
  authorised: '安装在',
  revoked: '登记在',
};

/** Without a full stop: sentences are put together. */
export function faultText(fault: Fault): string {
  switch (fault.kind) {
    case 'blank':
      return `${IMPORT_COLUMNS[fault.column]}没有填`;
    case 'spoilt':
      return `${IMPORT_COLUMNS[fault.column]}${SPOILT[fault.how](fault.text)}`;
    case 'smart-card':
      return `智能卡号“${fault.text}”不对，应是 8 到 20 位数字`;
    case 'too-long':
      return `${IMPORT_COLUMNS[fault.column]}太长，最多 ${fault.most} 个字`;
    case 'flag':
      return `${IMPORT_COLUMNS[fault.column]}要填“是”或“否”，现在是“${fault.text}”`;
    case 'household-code':
      return `户号“${fault.text}”不对，应是 22 位数字，或房间号，如 101`;
    case 'no-code':
      return `没有编号为 ${fault.text} 的住户，请核对户号`;
    case 'no-community':
      return `找不到“${fault.text}”所在的社区或村，请核对地址，如“车站社区1号楼”`;
    case 'many-communities':
      return `有几个社区或村都叫“${fault.text}”，请在前面写上镇办的名称`;
    case 'no-building':
      return `${fault.place}没有“${fault.text}”这栋楼，请核对地址`;
    case 'no-room':
      return `${fault.place}没有“${fault.text}”这一户，请核对户号`;
    case 'contradiction':
      return `户号和地址不是同一个地方：户号在${fault.place}，请核对`;
    case 'outside':
      return '这个地址不在您的管辖范围内';
    case 'earlier-row':
      return `智能卡号和第 ${fault.row} 行重复，请只留一行`;
    case 'other-box':
      return fault.place === null
        ? '这个智能卡号已经登记在您管辖范围以外的地方，请核对智能卡号'
        : `这个智能卡号的机顶盒已经${STATES[fault.state]}${fault.place}，和这一行不一样，请在机顶盒页面里修改`;
  }
}
