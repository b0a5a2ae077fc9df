// What each call of GeoReport v2 may answer, as JSON Schemas; and XML told as the JSON it stands for.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DOMParser } from '@xmldom/xmldom';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { validateXML } from 'xmllint-wasm';

const said = { type: 'string', minLength: 1 };
const truth = { type: 'boolean' };
const moment = { type: 'string', format: 'date-time', pattern: '(Z|[+-]\\d{2}:\\d{2})$' };
const oneOf = (...values: string[]) => ({ enum: values });
const listOf = (items: object, minItems = 0) => ({ type: 'array', items, minItems });
/** Nothing besides `needed` and `allowed`. */
const record = (needed: Record<string, object>, allowed: Record<string, object> = {}) => ({
  type: 'object',
  properties: { ...needed, ...allowed },
  required: Object.keys(needed),
  additionalProperties: false,
});

const request = record(
  {
    service_request_id: said,
    status: oneOf('open', 'closed'),
    status_notes: said,
    service_name: said,
    service_code: said,
    requested_datetime: moment,
    updated_datetime: moment,
    address: said,
    address_id: said,
  },
  {
    description: { ...said, maxLength: 4000 },
    agency_responsible: said,
    expected_datetime: moment,
    lat: { type: 'number' },
    long: { type: 'number' },
  },
);

const SCHEMAS = {
  services: listOf(
    record({
      service_code: said,
      service_name: said,
      description: said,
      metadata: truth,
      type: oneOf('realtime', 'batch', 'blackbox'),
      keywords: said,
      group: said,
    }),
  ),
  definition: record({
    service_code: said,
    attributes: listOf(
      record(
        {
          variable: truth,
          code: said,
          datatype: oneOf('string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist'),
          required: truth,
          datatype_description: said,
          order: { type: 'integer', minimum: 1 },
          description: said,
        },
        { values: listOf(record({ key: said, name: said }), 1) },
      ),
    ),
  }),
  submitted: { ...listOf(record({ service_request_id: said, service_notice: said }), 1), maxItems: 1 },
  token: { ...listOf(record({ service_request_id: said, token: said }), 1), maxItems: 1 },
  requests: listOf(request),
  request: { ...listOf(request, 1), maxItems: 1 },
  discovery: record({
    changeset: moment,
    contact: said,
    key_service: said,
    endpoints: listOf(
      record({
        specification: { type: 'string', format: 'uri' },
        url: { type: 'string', format: 'uri' },
        changeset: moment,
        type: oneOf('production', 'test'),
        formats: listOf(said, 1),
      }),
      1,
    ),
  }),
  errors: listOf(record({ code: { enum: [400, 403, 404, 429] }, description: said }), 1),
} as const;
export type Kind = keyof typeof SCHEMAS;

const ajv = new Ajv({ allErrors: true });
formats.default(ajv);
const validators: Partial<Record<Kind, ValidateFunction>> = {};

/** What is wrong with an answer in JSON; empty: nothing. */
export function jsonFaults(kind: Kind, value: unknown): string[] {
  const validate = validators[kind] ?? ajv.compile(SCHEMAS[kind]);
  validators[kind] = validate;
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const XSD = path.join(import.meta.dirname, 'georeport-v2.xsd');

/** Starting the validator takes longer than its work: many documents at once. */
export async function xmlFaults(...documents: readonly string[]): Promise<string[]> {
  const schema = { fileName: 'georeport-v2.xsd', contents: await readFile(XSD, 'utf8') };
  const xml = documents.map((contents, index) => ({ fileName: `${index}.xml`, contents }));
  return (await validateXML({ xml, schema: [schema] })).errors.map(({ message }) => message);
}

const LISTS = ['services', 'attributes', 'values', 'service_requests', 'errors', 'endpoints', 'formats'];
export type Told = string | Told[] | { [name: string]: Told };

/** By the Spark convention; every leaf a text. @throws what the parser throws */
export function toldByXml(xml: string): Told {
  const root = new DOMParser({ errorHandler: failing }).parseFromString(xml, 'text/xml').documentElement;
  if (!root) throw new Error('no document');
  return toldBy(root);
}

const failing = (level: string, message: unknown): void => {
  throw new Error(`${level}: ${message}`);
};

function toldBy(element: Element): Told {
  const children = [...Array.from(element.childNodes)].filter((node): node is Element => node.nodeType === 1);
  if (LISTS.includes(element.tagName)) return children.map(toldBy);
  if (children.length === 0) return element.textContent ?? '';
  return Object.fromEntries(children.map((child) => [child.tagName, toldBy(child)]));
}

/** The same of an answer in JSON. */
export function toldByJson(value: unknown): Told {
  if (Array.isArray(value)) return value.map(toldByJson);
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, toldByJson(each)]));
}
