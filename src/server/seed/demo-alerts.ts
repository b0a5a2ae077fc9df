// The demo's templates of alerts, written by one and approved by another. No alert stands in a new demo.
import type { AlertTemplateInput } from '../../contract/alert-templates.ts';
import type { Actor } from '../../domain/access/can.ts';
import { DISTRICT } from '../../domain/regions/code.ts';
import type { AlertTemplates } from '../features/alerts/templates.ts';

const HOUR = 60;

const DEMO_TEMPLATES: readonly Omit<AlertTemplateInput, 'region'>[] = [
  {
    name: '暴雨红色预警',
    severity: 'red',
    event: '暴雨',
    title: '暴雨红色预警：{时间}有特大暴雨',
    text: ['预计{时间}，{范围}将有特大暴雨，雨量 {雨量} 毫米以上。', '低洼处、地下室、河边随时可能进水。'],
    instructions: ['马上离开地下室和低洼处', '关好门窗，切断室外电源', '不要出门，不要涉水', '被困请拨打 119'],
    sound: true,
    validMinutes: 12 * HOUR,
  },
  {
    name: '暴雨橙色预警',
    severity: 'orange',
    event: '暴雨',
    title: '暴雨橙色预警：{时间}有大暴雨',
    text: ['预计{时间}，{范围}将有大暴雨，雨量 {雨量} 毫米。'],
    instructions: ['没有要紧事不要出门', '不要把车停在低洼处', '家里进水先断电'],
    sound: true,
    validMinutes: 12 * HOUR,
  },
  {
    name: '大风黄色预警',
    severity: 'yellow',
    event: '大风',
    title: '大风黄色预警：{时间}有 {风力} 级大风',
    text: ['预计{时间}，{范围}有 {风力} 级大风。'],
    instructions: ['收好阳台上的花盆和衣物', '远离广告牌、大树和工地围挡', '野外不要用火'],
    sound: false,
    validMinutes: 24 * HOUR,
  },
  {
    name: '地震演练',
    severity: 'red',
    event: '地震',
    title: '地震应急演练：听到声音就近躲避',
    text: ['今天{时间}，{范围}举行地震应急演练。'],
    instructions: ['躲在结实的桌子下，护住头', '摇晃停了再离开，不坐电梯', '到{集合地点}集合'],
    sound: true,
    validMinutes: HOUR,
  },
  {
    name: '危险化学品泄漏',
    severity: 'orange',
    event: '危化品泄漏',
    title: '{地点}发生危险化学品泄漏，请关好门窗',
    text: ['{地点}发生{物质}泄漏，消防和应急人员正在处置。'],
    instructions: ['关好门窗，关掉空调和排风扇', '不要靠近{地点}', '身体不舒服请拨打 120'],
    sound: true,
    validMinutes: 6 * HOUR,
  },
  {
    name: '寻人',
    severity: 'blue',
    event: '寻人',
    title: '帮忙找人：{姓名}，{年龄}岁',
    text: ['{姓名}，{年龄}岁，{时间}在{地点}走失。{特征}。', '看到的请打电话 {电话}，或者拨打 110。'],
    instructions: [],
    sound: false,
    validMinutes: 24 * HOUR,
  },
];

/** Those whose name is there already are left as they are. */
export async function seedAlertTemplates(
  templates: AlertTemplates,
  { author, approver }: { readonly author: Actor; readonly approver: Actor },
): Promise<void> {
  const { items } = await templates.list(author, undefined);
  const there = new Set(items.map(({ name }) => name));
  for (const template of DEMO_TEMPLATES) {
    if (there.has(template.name)) continue;
    const { id } = await templates.create(author, { ...template, region: DISTRICT });
    await templates.move(approver, id, { version: 1, move: 'approve' });
  }
}
