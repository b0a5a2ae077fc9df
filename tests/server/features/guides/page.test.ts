import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GUIDE_PAGE_PATH, moveGuide } from '../../../../src/contract/guide-calls.ts';
import { LIFE_EVENT_NAMES, limitText } from '../../../../src/domain/guides/words.ts';
import { guidePage } from '../../../../src/server/features/guides/page.ts';
import { readShipped } from '../../../../src/server/seed/guides.ts';
import { guidePageTexts } from '../../../../src/server/texts/guide-page.zh-CN.ts';
import { GUIDE_TEXTS } from '../../../../src/tv/texts/guides.zh-CN.ts';
import { GUIDE, guideWith } from '../../../domain/guides/example.ts';
import { openTestServer, type TestServer } from '../../../support/server.ts';

describe("a guide's page", () => {
  it('says everything that its department wrote', () => {
    const guide = guideWith({ online: '爱山东 APP', verified: true });
    const page = guidePage(guide);
    const { office, materials, ...plain } = guide;
    const said = [
      ...[plain.name, plain.officialName, plain.summary, plain.body, plain.result, plain.online, plain.number],
      ...[...plain.basis, ...plain.conditions, ...plain.steps, plain.complaintPhone, plain.checkedOn],
      ...[office.name, office.address, office.hours, office.phone, ...materials.map(({ name }) => name)],
    ];
    for (const words of said) expect(page).toContain(words);
    expect(page).not.toContain(guidePageTexts.unverified);
    expect(guidePage(GUIDE)).toContain(guidePageTexts.unverified);
  });

  it('uses the words of the television', () => {
    const shared = [
      'atCounter',
      'unverified',
      'noMaterials',
      'hours',
      'online',
      'limit',
      'fee',
      'result',
      'number',
    ] as const;
    for (const key of shared)
      expect([key, guidePageTexts[key]]).toEqual([
        key,
        key === 'atCounter' ? GUIDE_TEXTS.phone[key] : GUIDE_TEXTS[key],
      ]);
    expect(guidePageTexts.sections).toEqual(GUIDE_TEXTS.tabs);
    expect(guidePageTexts.audience).toEqual(GUIDE_TEXTS.audience);
    expect(guidePageTexts.visits(2)).toBe(GUIDE_TEXTS.visits(2));
    expect(limitText({ kind: 'at-once' })).toBe(GUIDE_TEXTS.limits['at-once']());
    for (const kind of ['working-days', 'days', 'hours'] as const)
      expect(limitText({ kind, count: 3 })).toBe(GUIDE_TEXTS.limits[kind](3));
    expect(GUIDE_TEXTS.groups).toMatchObject(LIFE_EVENT_NAMES);
  });

  it('takes what is written for words, whatever they look like', () => {
    const page = guidePage(guideWith({ summary: '<script>alert("1")</script>&' }));
    expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;');
    expect(page).not.toContain('<script');
  });

  it('is small enough for a slow phone, every one of them', async () => {
    const guides = (await readShipped()).flatMap(({ parsed }) => (parsed.success ? [parsed.data] : []));
    for (const guide of guides) expect(Buffer.byteLength(guidePage(guide))).toBeLessThan(30_000);
  });
});

describe('the page of a number', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer();
  });
  afterAll(() => server.stop());

  const page = (number: string) => server.app.inject({ url: GUIDE_PAGE_PATH.replace(':number', number) });

  it('is there for everyone, and may run and load nothing', async () => {
    const answer = await page('0201');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    const style = /<style>([\s\S]*)<\/style>/.exec(answer.body)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(answer.headers['content-security-policy']).toContain(`default-src 'none'; style-src 'sha256-${hash}'`);
  });

  it('is gone with the guide, and never was for what is no number', async () => {
    const body = { move: 'withdraw', revision: 1, reason: '不再办理' };
    await server.send(await server.staff('district'), moveGuide, { params: { number: '0201' }, body });
    for (const number of ['0201', '0299', '9901', 'x'])
      expect(await page(number)).toMatchObject({ statusCode: 404, body: expect.stringContaining(guidePageTexts.gone) });
  });
});
