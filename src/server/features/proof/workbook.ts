// The proof as a workbook: figures, curve, boxes. Every text is a typed text cell: a name that begins with `=` stays a name.
import writeXlsxFile, { type Cell, type Row } from 'write-excel-file/node';
import { PROOF_STEPS, type ProofFigures } from '../../../contract/proof.ts';
import { PROOF_TEXTS as TEXTS } from '../../texts/proof.zh-CN.ts';
import type { Evidence, Stamp } from './service.ts';

const FIGURES = ['addressed', ...PROOF_STEPS, 'notJoined'] as const;
/** Of the columns, in characters. */
const WIDTHS = {
  figures: [26, ...FIGURES.map(() => 12)],
  curve: [16, ...PROOF_STEPS.map(() => 12)],
  boxes: [18, 22, 22, 18, 18, 22],
};

/** Excel's own format, `.xlsx`. */
export async function proofWorkbook(evidence: Evidence, stamp: Stamp): Promise<Buffer> {
  const sheets = {
    figures: figureRows(evidence, stamp),
    curve: curveRows(evidence),
    boxes: boxRows(evidence),
  };
  const workbook = writeXlsxFile(
    Object.entries(sheets).map(([name, data]) => ({
      data,
      sheet: TEXTS.sheets[name as keyof typeof sheets],
      columns: WIDTHS[name as keyof typeof sheets].map((width) => ({ width })),
    })),
  );
  return workbook.toBuffer();
}

function figureRows({ proof, missing }: Evidence, stamp: Stamp): Row[] {
  const { item, total, items, refusals } = proof;
  return [
    [{ ...text(TEXTS.title(item.kind, item.title)), fontWeight: 'bold', fontSize: 14 }],
    ...TEXTS.facts(proof, stamp.by).map((line): Row => [text(line)]),
    [],
    head([TEXTS.region, ...FIGURES.map((name) => TEXTS.figures[name])]),
    figureRow(TEXTS.total, total),
    ...items.map(({ region, figures }) => figureRow(region.name, figures)),
    [],
    [text(TEXTS.missing(missing))],
    ...refusals.map(({ reason, boxes }): Row => [text(TEXTS.refusals[reason] ?? reason), number(boxes)]),
    [],
    ...TEXTS.evidence(stamp).map((line): Row => [text(line)]),
  ];
}

const figureRow = (name: string, figures: ProofFigures): Row => [
  text(name),
  ...FIGURES.map((figure) => number(figures[figure])),
];

const curveRows = ({ proof }: Evidence): Row[] => [
  head([TEXTS.within, ...PROOF_STEPS.map((step) => TEXTS.figures[step])]),
  ...proof.curve.map(
    (point): Row => [text(TEXTS.duration(point.seconds)), ...PROOF_STEPS.map((step) => number(point[step]))],
  ),
];

const boxRows = ({ boxes, missing }: Evidence): Row[] => [
  head(TEXTS.boxColumns),
  ...boxes.map(
    ({ place, name, smartCard, gap, reason, since }): Row => [
      text(place),
      text(name),
      text(smartCard ?? ''),
      text(TEXTS.gaps[gap]),
      text(reason === null ? '' : (TEXTS.refusals[reason] ?? reason)),
      text(since === null ? '' : TEXTS.time(since)),
    ],
  ),
  ...(missing > boxes.length ? [[text(TEXTS.more(missing - boxes.length))]] : []),
];

const head = (names: readonly string[]): Row =>
  names.map((name): Cell => ({ ...text(name), fontWeight: 'bold', bottomBorderStyle: 'thin' }));

/** The type is told, so that no writer has to guess it from the first character. */
const text = (value: string) => (value === '' ? {} : { value, type: String });
const number = (value: number) => ({ value, type: Number, format: '0' });
