// Whoever works on requests or sends them on may enter one for a resident.
import { useMay } from '../../frame/session-context.ts';

export const useMayEnter = (): boolean => [useMay('request.handle'), useMay('request.assign')].includes(true);
