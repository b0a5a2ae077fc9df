import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Instant } from '../../../../src/contract/time.ts';
import { machineCheck } from '../../../../src/server/features/reviews/machine-check.ts';
import type { Store } from '../../../../src/server/store/store.ts';
import { openTestStore } from '../../../support/store.ts';

describe('the links of a notice', () => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore('embedded');
  });
  afterAll(() => store.close());

  const asked: string[] = [];
  const check = (text: string) =>
    machineCheck(
      store.db,
      async (url) => {
        asked.push(url);
        if (url.includes('inner')) return 'refused';
        return url.includes('dead') ? 'dead' : 'answers';
      },
      {
        title: '网上办事',
        source: '居委会',
        category: 'service',
        text,
        blocks: [{ type: 'paragraph', text }],
        validFrom: '2026-11-23T04:00:00.000Z' as Instant,
        validTo: null,
      },
    );

  it('are asked, and those that do not answer are shown to the reviewers', async () => {
    const findings = await check('请看 http://fine.cn/a\n或者 http://dead.cn/b\n或者 http://inner.cn/c');
    expect(findings).toEqual([
      { level: 'warn', code: 'dead-link', field: 'text', line: 2, message: '第 2 行：网址打不开：http://dead.cn/b' },
      {
        level: 'warn',
        code: 'link-not-asked',
        field: 'text',
        line: 3,
        message: '第 3 行：网址没有检查，请自己核对：http://inner.cn/c',
      },
    ]);
  });

  it('are not asked where the notice is stopped anyway', async () => {
    asked.length = 0;
    await expect(check('http://fine.cn/a\n370306195001011234')).rejects.toMatchObject({ code: 'review-stopped' });
    expect(asked).toEqual([]);
  });
});
