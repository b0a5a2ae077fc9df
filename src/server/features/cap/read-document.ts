// A document as it came in, to what it means: decoded, read, its signature checked, mapped. Nothing of it is believed before.
import type { EbmReceipt } from '../../../contract/cap.ts';
import type { Instant } from '../../../contract/time.ts';
import { fromCap } from '../../../domain/cap/cap.ts';
import { parseCap } from '../../../domain/cap/cap-document.ts';
import { fromEbm } from '../../../domain/cap/ebm.ts';
import { EXTENSION_NAMESPACE, parseEbd } from '../../../domain/cap/ebm-document.ts';
import { Refusal } from '../../../domain/cap/refusal.ts';
import type { Warning } from '../../../domain/cap/warning.ts';
import { fromCapTime, fromEbmTime } from '../../../domain/cap/wire-time.ts';
import { decodeXml, readXml, type XmlElement } from '../../../domain/cap/xml-read.ts';
import { isSigned, readSigned, type SenderKey } from './signature.ts';

export type Format = 'cap' | 'ebm';

const GLANCE_LENGTH = 200;

/** Well-formed and safe to look at; nothing in it is proven yet. */
export interface Unproven {
  readonly format: Format;
  readonly text: string;
  readonly root: XmlElement;
}

export interface Reading {
  readonly identifier: string;
  readonly sender: string;
  readonly sentAt: Instant;
  /** Null: nothing for screens. */
  readonly warning: Warning | null;
  /** How far a message of ours got at a platform below. */
  readonly receipt: EbmReceipt['EBMStateResponse'] | null;
}

/** @throws Refusal */
export function open(bytes: Uint8Array): Unproven {
  const text = decodeXml(bytes);
  const root = readXml(text);
  return { format: root.name === 'EBD' ? 'ebm' : 'cap', text, root };
}

/** What a document says of itself: for finding the sender whose key it must bear out, and for lists. Nothing is proven. */
export function glance({ format, root }: Unproven): { sender: string; identifier: string; title: string } {
  const child = (of: XmlElement | undefined, name: string, namespace = of?.namespace) =>
    of?.children.find((each) => each.name === name && each.namespace === namespace);
  const textOf = (...found: readonly (XmlElement | undefined)[]) =>
    (found.find((each) => each !== undefined)?.text.trim() ?? '').slice(0, GLANCE_LENGTH);
  if (format === 'cap') {
    const info = child(root, 'info');
    return {
      sender: textOf(child(root, 'sender')),
      identifier: textOf(child(root, 'identifier')),
      title: textOf(child(info, 'headline'), child(info, 'event')),
    };
  }
  const message = child(root, 'EBM');
  const extension = child(message, 'Extension', EXTENSION_NAMESPACE);
  return {
    sender: textOf(
      child(extension, 'sender'),
      child(child(message, 'MsgBasicInfo'), 'SenderCode'),
      child(child(root, 'SRC'), 'EBRID'),
    ),
    identifier: textOf(child(extension, 'identifier'), child(message, 'EBMID'), child(root, 'EBDID')),
    title: textOf(child(child(message, 'MsgContent'), 'MsgTitle')),
  };
}

/** `key` null: nothing is known to check a signature with, so one is not accepted either. @throws Refusal */
export function read({ format, text, root }: Unproven, key: SenderKey | null, now: number): Reading {
  if (!key && isSigned(root)) throw new Refusal('signature-unexpected');
  const proven = key ? readSigned(text, root, key, now) : root;
  return format === 'cap' ? readCap(proven) : readEbd(proven);
}

function readCap(root: XmlElement): Reading {
  const alert = parseCap(root);
  const meaning = fromCap(alert);
  return {
    identifier: alert.identifier,
    sender: alert.sender,
    sentAt: fromCapTime(alert.sent),
    warning: meaning.kind === 'warning' ? meaning.warning : null,
    receipt: null,
  };
}

function readEbd(root: XmlElement): Reading {
  const packet = parseEbd(root);
  if (packet.EBDType === 'EBM') {
    const warning = fromEbm(packet);
    const { identifier, sender, sentAt } = warning;
    return { identifier, sender, sentAt, warning, receipt: null };
  }
  return {
    identifier: packet.EBDID,
    sender: packet.SRC.EBRID,
    sentAt: fromEbmTime(packet.EBDTime),
    warning: null,
    receipt: packet.EBMStateResponse,
  };
}
