// A sheet of guides brought in: every row is looked at before anything is written, and a bad one never loses the good ones.
import type { GuideImport, GuideRow } from '../../../../contract/guide-calls.ts';
import type { GuideInput } from '../../../../contract/guides.ts';
import { type Actor, departmentsOf } from '../../../../domain/access/can.ts';
import { departmentOf } from '../../../../domain/guides/number.ts';
import { contentHash } from '../../../../domain/signing/content-hash.ts';
import { departmentsOrRefuse } from '../../../access.ts';
import { ProblemError } from '../../../problem.ts';
import type { Store } from '../../../store/store.ts';
import { guideTexts as TEXTS } from '../../../texts/guides.zh-CN.ts';
import { ListError } from '../../imports/reading/list-error.ts';
import type { GuideService } from '../service.ts';
import { sheetRows } from './read.ts';
import { plainText, readRow } from './row.ts';

interface Judged extends GuideRow {
  readonly guide: GuideInput | null;
  /** The one it was compared with; 0: there is none. */
  readonly revision: number;
}

export function createGuideImport({ store, guides }: { store: Store; guides: GuideService }) {
  async function judge(actor: Actor, bytes: Buffer): Promise<Judged[]> {
    const own = departmentsOf(actor, 'guide.write');
    const known = new Map((await guides.all(actor)).map((each) => [each.content.number as string, each]));
    const seen = new Set<string>();
    return (await readable(bytes)).map(({ row, cells }) => {
      const [number, name] = [plainText('number', cells), plainText('name', cells)];
      const refused = (...errors: string[]): Judged => ({
        row,
        number,
        name,
        outcome: 'refused',
        errors,
        guide: null,
        revision: 0,
      });
      const read = readRow(cells);
      if ('errors' in read) return refused(...read.errors);
      const { guide } = read;
      if (seen.has(number)) return refused(TEXTS.rowTwice);
      seen.add(number);
      if (departmentOf(guide.number) !== guide.department)
        return refused(TEXTS.found({ code: 'number-department', path: 'number' }));
      if (!own.includes(guide.department)) return refused(TEXTS.notOwn);
      const before = known.get(number);
      const outcome = before ? (isSame(before.content, guide) ? 'same' : 'changed') : 'new';
      return { row, number, name: guide.name, outcome, errors: [], guide, revision: before?.revision ?? 0 };
    });
  }

  /** As a draft each, in a transaction of its own. */
  async function save(actor: Actor, judged: Judged): Promise<Judged> {
    const { guide, revision, outcome } = judged;
    if (!guide || outcome === 'same') return judged;
    try {
      await store.transaction((trx) =>
        revision === 0 ? guides.addDraft(trx, actor, guide) : guides.addRevision(trx, actor, guide, revision),
      );
      return judged;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return { ...judged, outcome: 'refused', errors: [error.message] };
    }
  }

  return {
    /** @throws ProblemError `import-unreadable` for what is no sheet of guides as a whole */
    async bringIn(actor: Actor, receive: () => Promise<Buffer>, apply: boolean): Promise<GuideImport> {
      departmentsOrRefuse(actor, 'guide.write');
      const judged = await judge(actor, await receive());
      const rows: Judged[] = [];
      for (const each of judged) rows.push(apply ? await save(actor, each) : each);
      return {
        applied: apply,
        rows: rows.map(({ row, number, name, outcome, errors }) => ({ row, number, name, outcome, errors })),
      };
    },
  };
}

export type GuideImports = ReturnType<typeof createGuideImport>;

/** That it was confirmed is not a matter of a sheet. */
const isSame = (one: GuideInput, other: GuideInput): boolean =>
  contentHash({ ...one, verified: false }) === contentHash({ ...other, verified: false });

async function readable(bytes: Buffer) {
  try {
    return await sheetRows(bytes);
  } catch (error) {
    if (error instanceof ListError) throw new ProblemError('import-unreadable', { detail: error.message });
    throw error;
  }
}
