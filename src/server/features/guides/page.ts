// A guide on a phone: what the QR code on the television leads to. Plain HTML without scripts, ready in one answer.
import type { GuideInput, Material } from '../../../contract/guides.ts';
import { DEPARTMENT_NAMES } from '../../../domain/guides/department-names.ts';
import { limitText, TYPE_NAMES } from '../../../domain/guides/words.ts';
import { phoneLink, phonePage, plain, policyFor } from '../../http/phone-page.ts';
import { guidePageTexts as TEXTS } from '../../texts/guide-page.zh-CN.ts';

const STYLE = `
body { margin: 0 auto; max-width: 34rem; padding: 1.25rem; font: 1.25rem/1.7 system-ui, sans-serif; color: #1c2733; background: #fff; }
h1 { font-size: 1.8rem; line-height: 1.3; margin: 0 0 .25rem; }
h2 { font-size: 1.35rem; margin: 1.75rem 0 .5rem; padding-bottom: .25rem; border-bottom: 2px solid #0b62b0; }
p { margin: .25rem 0; }
ul, ol { margin: 0; padding-left: 1.6rem; }
li { margin: .4rem 0; }
small { display: block; color: #53606d; font-size: 1.05rem; }
.number { color: #53606d; }
.number b { font-size: 1.5rem; color: #1c2733; letter-spacing: .1em; }
.note { margin: 1rem 0; padding: .6rem 1rem; border-radius: .5rem; background: #fdf3dc; }
dt { margin-top: .75rem; color: #53606d; font-size: 1.05rem; }
dd { margin: 0; }
a { color: #0b62b0; }
footer { margin-top: 2rem; color: #53606d; font-size: 1.05rem; }
@media (prefers-color-scheme: dark) {
  body { color: #e6ebf0; background: #14191f; }
  .number, small, dt, footer { color: #a3afbb; }
  .number b { color: #e6ebf0; }
  .note { background: #3a3014; }
  a { color: #7db8ee; }
}
@media print {
  body { max-width: none; padding: 0; font-size: 14pt; color: #000; background: #fff; }
  h2 { break-after: avoid; border-color: #000; }
  li, dd { break-inside: avoid; }
  a { color: #000; text-decoration: none; }
  .note { border: 1px solid #000; background: none; }
  .screen { display: none; }
}
`;

export const PAGE_POLICY = policyFor(STYLE);

export function guidePage(guide: GuideInput): string {
  const { name, number, department, summary, office, conditions, materials, steps, fee, online, complaintPhone } =
    guide;
  const [who, what, where, howLong, how] = TEXTS.sections;
  return page(name, [
    `<h1>${plain(name)}</h1>`,
    `<p>${plain(summary)}</p>`,
    `<p class="number">${TEXTS.number} <b>${number}</b> ${TEXTS.atCounter} · ${DEPARTMENT_NAMES[department]}</p>`,
    guide.verified ? '' : `<p class="note">${TEXTS.unverified}</p>`,
    section(who, `<p>${audienceOf(guide)}</p>${list('ul', conditions.map(plain))}`),
    section(what, materials.length === 0 ? `<p>${TEXTS.noMaterials}</p>` : list('ul', materials.map(materialOf))),
    section(
      where,
      `${facts([
        [TEXTS.where, plain(office.name)],
        [TEXTS.address, plain(office.address)],
        [TEXTS.hours, plain(office.hours)],
        [TEXTS.phone, phoneLink(office.phone)],
        [TEXTS.online, online === null ? null : plain(online)],
      ])}<p>${plain(TEXTS.visits(guide.visits))}</p>`,
    ),
    section(
      howLong,
      facts([
        [TEXTS.limit, limitText(guide.promisedLimit)],
        [TEXTS.fee, fee.kind === 'free' ? TEXTS.free : plain(fee.text)],
        [TEXTS.feeBasis, fee.kind === 'free' ? null : plain(fee.basis)],
        [TEXTS.result, plain(guide.result)],
      ]),
    ),
    section(how, list('ol', steps.map(plain))),
    section(
      TEXTS.law,
      facts([
        [TEXTS.officialName, plain(guide.officialName)],
        [TEXTS.type, TYPE_NAMES[guide.type]],
        [TEXTS.body, plain(guide.body)],
        [TEXTS.basis, guide.basis.map(plain).join('<br>')],
        [TEXTS.legalLimit, guide.legalLimit ? limitText(guide.legalLimit) : TEXTS.noLegalLimit],
      ]),
    ),
    `<footer><p>${TEXTS.complaint} ${phoneLink(complaintPhone)}</p><p>${TEXTS.checked(guide.checkedOn)}</p><p class="screen">${TEXTS.print}</p></footer>`,
  ]);
}

export const gonePage = (): string => page(TEXTS.gone, [`<h1>${TEXTS.gone}</h1>`, `<p>${TEXTS.goneHint}</p>`]);

const page = (title: string, body: readonly string[]): string => phonePage(title, STYLE, body);

const section = (title: string, body: string): string => `<section><h2>${title}</h2>${body}</section>`;

const list = (tag: 'ul' | 'ol', items: readonly string[]): string =>
  `<${tag}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag}>`;

const facts = (lines: readonly (readonly [string, string | null])[]): string =>
  `<dl>${lines.map(([term, text]) => (text === null ? '' : `<dt>${term}</dt><dd>${text}</dd>`)).join('')}</dl>`;

function audienceOf({ audience }: GuideInput): string {
  const [first] = audience;
  return audience.length > 1 || first === undefined ? TEXTS.audience.both : TEXTS.audience[first];
}

function materialOf(material: Material): string {
  const aside = [TEXTS.source(material), material.note ?? ''].filter(Boolean).join('；');
  return `${plain(TEXTS.material(material))}${aside ? `<small>${plain(aside)}</small>` : ''}`;
}
