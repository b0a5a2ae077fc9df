// Words that were written for the staff, as anybody may read them: without what leads to a person.
import { open311Texts as TEXTS } from '../../texts/open311.zh-CN.ts';

const ID_NUMBER = /(?<!\d)(\d{6})\d{8}(\d{3}[\dXx])(?!\d)/g;
const MOBILE = /(?<!\d)(1[3-9]\d)[- ]?\d{4}[- ]?(\d{4})(?!\d)/g;
const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const LINK = /(?:https?:\/\/|www\.)[^\s<>"'\u3000-\u303f\uff00-\uffef\u4e00-\u9fff]+/gi;
/** 3-2-501, 2单元501, 501室: what follows the building. */
const DOORS = [/(?<!\d)\d{1,3}-\d{1,2}-\d{2,4}(?![\d-])/g, /(?<=单元)\s*\d{2,4}(?!\d)/g, /(?<!\d)\d{2,4}(?=室|户)/g];

/** Without numbers of people, telephones and doors, without addresses and links. */
export function publicWords(text: string): string {
  const shown = text
    .normalize('NFC')
    .replace(LINK, TEXTS.link)
    .replace(MAIL, '***')
    .replace(ID_NUMBER, '$1********$2')
    .replace(MOBILE, '$1****$2');
  return DOORS.reduce((words, door) => words.replace(door, '***'), shown);
}
