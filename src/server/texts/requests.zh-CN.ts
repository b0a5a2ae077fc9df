// What the system itself says about requests: in their records, and why something cannot be.
import type { ProblemCode } from '../../contract/problem.ts';
import type { ActionKind, RequestState } from '../../contract/requests.ts';
import type { FormFault } from '../../domain/requests/form.ts';
import { ACTION_NAMES, STATE_NAMES } from '../../domain/requests/names.ts';

export const requestTexts = {
  /** Who assigned, closed, reminded where nobody did. */
  routing: '自动派单',
  rated: '居民评价',
  clock: '时限提醒',
  reminder: '期限只剩五分之一，请抓紧办理。',
  urged: '已到期限，请马上办理。',
  supervised: '超过期限 5 天，列入督办并通报。',
  mergedFrom: (number: string) => `并入 ${number}`,
  operator: '有线电视',
  stairwell: '楼道',
  where: '在哪里',
  when: '什么时候方便',
  words: '说明',
  position: ({ lat, lon }: { lat: number; lon: number }) => `位置：北纬 ${lat.toFixed(5)}，东经 ${lon.toFixed(5)}`,
  photosLost: (count: number) => `还有 ${count} 张照片没有传到`,
  notAnonymous: '这一类不记名，不能从记名的事项改过去，请另外登记一件',
  withdrawReason: '请写明居民为什么不用办了',
  refused: (kind: ActionKind, state: RequestState, problem: ProblemCode) =>
    problem === 'forbidden'
      ? `这件事不归您${ACTION_NAMES[kind]}。`
      : `这件事${STATE_NAMES[state]}，现在不能${ACTION_NAMES[kind]}。`,
  notLater: '延期要比现在的期限晚',
  notOfPlace: '只能派给事发地的街道或者社区',
  urgedToday: '今天已经催过了，请明天再看。',
  othersWait: '还有邻居也反映了这件事，不能撤回。',
  faults: {
    where: '这一类事项不能选这个地方',
    place: '请说明在哪个地方',
    unknown: '没有这一项',
    missing: '这一项还没有选',
    option: '没有这个选项',
    number: '请填数字',
    date: '请填日期，例如 2026-11-26',
  } satisfies Record<FormFault['fault'], string>,
} as const;
