// What someone types for a user code, brought into the shape it is read out in.
import { USER_CODE_LENGTH, USER_CODE_SIGNS } from '../../../contract/activation.ts';

const GROUP = 4;
/** Typed by habit between the groups, or by a Chinese keyboard. */
const BETWEEN = /[\s\-–—－_·.]/g;

export interface CodeInput {
  /** Without the dash: as it is sent. */
  readonly code: string;
  /** As it is shown: 7K3M-9XPA. */
  readonly shown: string;
  /** Signs no code holds, each once: whoever typed them looks again. */
  readonly dropped: readonly string[];
  readonly isComplete: boolean;
}

export function codeInput(typed: string): CodeInput {
  // Full-width letters and digits of a Chinese keyboard become ordinary ones.
  const signs = [...typed.normalize('NFKC').toUpperCase().replace(BETWEEN, '')];
  const known = signs.filter((sign) => USER_CODE_SIGNS.includes(sign));
  const code = known.slice(0, USER_CODE_LENGTH).join('');
  return {
    code,
    shown: code.length > GROUP ? `${code.slice(0, GROUP)}-${code.slice(GROUP)}` : code,
    dropped: [...new Set(signs.filter((sign) => !USER_CODE_SIGNS.includes(sign)))],
    isComplete: code.length === USER_CODE_LENGTH,
  };
}
