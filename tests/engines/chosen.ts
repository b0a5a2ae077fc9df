// Which engines a journey runs in: the one that `npm run e2e -- --engine` names, else all that are installed.
import { ENGINE_NAMES, type EngineName } from './engine.ts';

const named = process.env.LINLI_ENGINE;

export const CHOSEN: readonly EngineName[] = ENGINE_NAMES.filter((name) => named === undefined || name === named);
