// One batch of an import: judged, and stored with its report and the import's counts in one short transaction.
import type { SmartCard } from '../../../contract/activation.ts';
import type { BoxId } from '../../../contract/ids.ts';
import { IMPORT_RESULTS, type ImportResult } from '../../../contract/imports.ts';
import { judge, type KnownBox, type Verdict } from '../../../domain/boxes/judge.ts';
import { cellText, readListing } from '../../../domain/boxes/listing.ts';
import { isWithin } from '../../../domain/regions/code.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Store } from '../../store/store.ts';
import { faultText } from '../../texts/imports.zh-CN.ts';
import type { Places } from './places.ts';
import type { NumberedRow } from './reading/list.ts';
import {
  findRowsOfCards,
  type ImportCounts,
  type ImportEntry,
  insertListed,
  insertRows,
  type ListedBox,
  lockBoxesOfCards,
  moveOn,
  updateListed,
} from './store.ts';

/** What a report shows of a wrong smart-card number. */
const SHOWN_CARD = 40;

/**
 * @param from the rows done before this batch
 * @returns false where the import does not stand at `from` any more: someone else has taken it up
 */
export async function storeBatch(
  deps: { store: Store; runtime: Runtime; places: Places },
  entry: ImportEntry,
  from: number,
  batch: readonly NumberedRow[],
): Promise<boolean> {
  const { store, runtime, places } = deps;
  const listings = batch.flatMap(({ cells }) => {
    const listing = readListing(cells);
    return Array.isArray(listing) ? [] : [listing];
  });
  const cards = [...new Set(listings.map(({ smartCard }) => smartCard))];
  const home = await places.homesFor(listings);

  return store.transaction(async (trx) => {
    const boxes = await knownBoxes(cards);
    const earlier = new Map<string, number>(
      (await findRowsOfCards(trx, entry.id, cards)).map(({ smart_card, row }) => [smart_card, row]),
    );
    const verdicts = batch.map(({ row, cells }) => {
      const verdict = judge(cells, {
        home,
        earlierRow: (card) => earlier.get(card),
        box: (card) => boxes.get(card),
        manages: (region) => entry.scopes.some((scope) => isWithin(region, scope)),
      });
      const card = [...cellText(cells.smartCard).replaceAll(' ', '')].slice(0, SHOWN_CARD).join('');
      if (!earlier.has(card)) earlier.set(card, row);
      return { row, card, verdict };
    });

    if (!(await moveOn(trx, entry.id, from, countsOf(verdicts.map(({ verdict }) => verdict))))) return false;
    await insertRows(
      trx,
      verdicts.map(({ row, card, verdict }) => ({
        import_id: entry.id,
        row,
        result: verdict.result,
        smart_card: card,
        message: 'faults' in verdict ? `${verdict.faults.map(faultText).join('；')}。` : '',
      })),
    );
    if (entry.dry_run) return true;
    const good = verdicts.flatMap(({ verdict }) => (verdict.result === 'good' ? [verdict] : []));
    const at = instantOf(runtime.clock());
    await insertListed(trx, good.filter(({ box }) => box === null).map(toBox), at);
    await updateListed(trx, good.filter(({ box }) => box !== null).map(toBox));
    return true;

    async function knownBoxes(cards: readonly SmartCard[]): Promise<Map<string, KnownBox>> {
      const rows = await lockBoxesOfCards(trx, cards);
      return new Map(
        rows.map(({ smart_card, chip_id, two_way, name, ...row }) => [
          smart_card ?? '',
          { ...row, chipId: chip_id, twoWay: two_way, place: places.placeOf(row.household, name) },
        ]),
      );
    }
  });

  function toBox({ box, listing, home: { household, name } }: Extract<Verdict, { result: 'good' }>): ListedBox {
    return {
      id: box ?? (runtime.uuids() as BoxId),
      household,
      name,
      smart_card: listing.smartCard,
      model: listing.model,
      chip_id: listing.chipId,
      two_way: listing.twoWay,
      hd: listing.hd,
    };
  }
}

function countsOf(verdicts: readonly { readonly result: ImportResult }[]): ImportCounts {
  const count = (result: ImportResult) => verdicts.filter((verdict) => verdict.result === result).length;
  return Object.fromEntries(IMPORT_RESULTS.map((result) => [result, count(result)])) as ImportCounts;
}
