// The screens of requests, as their definitions present them, with long, short and no content.
import {
  type HandoverDraft,
  OwnRequestDetail,
  openHandover,
  readOwnRequest,
  SentRequest,
  sendRequest,
} from '../../../src/contract/box-requests.ts';
import type { Light, RequestState } from '../../../src/contract/requests.ts';
import type { Catalogue } from '../../../src/tv/catalogue/catalogue.ts';
import { EXAMPLE_CATEGORIES } from '../../../src/tv/mocks/requests.ts';
import { beginWith, type Context, type ScreenName } from '../../../src/tv/navigation/context.ts';
import type { Frame } from '../../../src/tv/navigation/frame.ts';
import { present } from '../../../src/tv/navigation/present.ts';
import type { Outcome, RequestDraft, Step } from '../../../src/tv/navigation/requests.ts';

/** Thursday, two in the afternoon. */
const NOW = Date.parse('2026-11-26T06:00:00.000Z');
const CATEGORIES = EXAMPLE_CATEGORIES as unknown as Catalogue['requests'];
const PLACES = ['小广场', '车站社区居委会', '北门口', '老年活动中心', '停车场', '垃圾站', '幼儿园门口', '菜市场北门'];
const CATALOGUE = {
  ...{ guides: [], popular: [], outages: [], offers: [], phone: 'https://linli.example', asOf: NOW },
  requests: CATEGORIES,
  places: PLACES.map((name) => ({ name, level: 'community' })),
} as unknown as Catalogue;
const DETAIL = OwnRequestDetail.parse(readOwnRequest.example.reply);
const SENT = SentRequest.parse(sendRequest.example.reply);
const HANDOVER = openHandover.reply.parse(openHandover.example.reply);

const own = (number: number, category: string | null, state: RequestState, light: Light, news = false) => ({
  ...DETAIL,
  ...{ id: `019ab000-0000-7000-8000-${String(number).padStart(12, '0')}`, category, state, light, news },
});
const OWN = [
  own(1, '路灯', 'handling', 'green', true),
  own(2, null, 'assigned', 'yellow'),
  own(3, '下水堵了', 'answered', 'none'),
  own(4, '电梯', 'suspended', 'stopped'),
  own(5, '水管漏水', 'received', 'red'),
  own(6, '吵闹', 'closed', 'none'),
] as unknown as OwnRequestDetail[];
const LONG: OwnRequestDetail = {
  ...DETAIL,
  ...{ state: 'answered', light: 'none', dueAt: null, moves: ['rate', 'rework'], photos: 2 },
  timeline: [
    ...DETAIL.timeline,
    ...Array.from({ length: 4 }, () => ({
      ...(DETAIL.timeline[1] as OwnRequestDetail['timeline'][number]),
      text: '师傅今天去看过，灯杆里的线老化了，材料明天到，到了就换，换好以后晚上再来看一次亮不亮',
    })),
  ],
};

/** The frames by name, in one size of type. */
export function requestFrames(elder: boolean): Readonly<Record<string, Frame>> {
  const home = {
    community: { code: '370306001001', name: '车站社区' },
    almanac: [],
    favourites: [],
  } as unknown as Context['home'];
  const beginning = { elder, motion: true, marks: {}, seenAlerts: {}, openings: {}, previewing: false } as const;
  const base: Context = {
    ...beginWith({ ...beginning, home, profile: 'rdk', now: NOW }),
    ...{ ready: true, clockSure: true, confirmed: true, line: 'online', catalogue: CATALOGUE },
  };
  const at = (screen: ScreenName, change: Partial<Context>): Frame =>
    present({ screen, overlay: null }, { ...base, ...change, screen });
  const drafting = (code: string, step: Step, change: Partial<RequestDraft> = {}): Partial<Context> => ({
    draft: {
      ...{ category: code, step, index: 0, editing: false, kind: 'public', place: '小广场', answers: {} },
      ...{ when: 'any', text: '', photos: [], ...change },
    } as RequestDraft,
  });
  const sent = (outcome: Outcome, privacy: 'open' | 'anonymous' = 'open'): Partial<Context> => ({
    sent: { key: '1', category: privacy === 'open' ? '路灯' : '小耳朵举报', privacy, outcome },
  });
  const inside = (change: Partial<NonNullable<Context['privately']>>): Partial<Context> => ({
    privately: {
      ...{ household: null, bills: null, askedAt: null, requests: null, request: null },
      ...{ trouble: null, focus: 0, ...change },
    },
    requests: { id: DETAIL.id, index: 0 },
  });
  const handedOver = (draft: Partial<HandoverDraft>): Partial<Context> => ({
    handover: { url: HANDOVER.url, id: null, draft: { ...HANDOVER.draft, ...draft }, trouble: false },
  });
  const number = SENT.number;
  const code = { digits: '4821067395', asking: false };
  return {
    report: at('report', {}),
    'report-second': at('report', { report: { page: 1, focus: 9 }, outbox: { waiting: 1, told: [] } }),
    'report-none': at('report', { catalogue: null, line: 'offline' }),
    'report-kind': at('report-where', drafting('water', 'kind', { kind: null })),
    'report-place': at('report-where', drafting('street-lamp', 'place')),
    'report-what': at('report-what', drafting('water', 0)),
    'report-several': at('report-what', drafting('volunteer', 3, { answers: { needs: 'walk,hear' } })),
    'report-number': at('report-what', drafting('volunteer', 2, { answers: { people: '4' } })),
    'report-when': at('report-when', drafting('water', 'when')),
    'report-review': at('report-review', drafting('water', 'review', { answers: { what: 'leak' }, index: 0 })),
    'report-review-row': at(
      'report-review',
      drafting('volunteer', 'review', {
        index: 5,
        kind: 'home',
        text: '三楼没有电梯，请帮忙提两袋米，别的都好说'.repeat(2),
      }),
    ),
    'report-sent': at('report-sent', sent({ kind: 'sent', sent: SENT })),
    'report-sent-code': at(
      'report-sent',
      sent({ kind: 'sent', sent: { ...SENT, queryCode: '4821067395' } }, 'anonymous'),
    ),
    'report-sent-kept': at('report-sent', { ...sent({ kind: 'kept' }), line: 'offline' }),
    'report-sent-unkept': at('report-sent', sent({ kind: 'unkept' }, 'anonymous')),
    requests: at('requests', inside({ requests: OWN })),
    'requests-none': at('requests', inside({ requests: [] })),
    request: at('request', inside({ request: DETAIL })),
    'request-long': at('request', inside({ request: LONG })),
    'request-rework': at('request', { ...inside({ request: LONG }), request: { page: 1, focus: 0, asks: 'rework' } }),
    'request-code': at('request-code', { requestCode: { digits: '4821', asking: false, answer: null } }),
    'request-code-found': at('request-code', {
      requestCode: { ...code, answer: { number, state: 'answered', answer: '已经依法拆除，谢谢您的举报。'.repeat(4) } },
    }),
    handover: at('handover', { ...drafting('street-lamp', 'review'), ...handedOver({}) }),
    'handover-writing': at(
      'handover',
      handedOver({ state: 'writing', text: '三盏都不亮，晚上老人不敢走', position: { lat: 36.8, lon: 117.86 } }),
    ),
    'handover-sent': at('handover', handedOver({ state: 'sent', number })),
  };
}
