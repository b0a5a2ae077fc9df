// Which lines a curve has: refusals only where there are any.
import { PROOF_STEPS, type ProofPoint, type ProofStep } from '../../../contract/proof.ts';

export const stepsShown = (curve: readonly ProofPoint[]): ProofStep[] =>
  PROOF_STEPS.filter((step) => step !== 'refused' || curve.some(({ refused }) => refused > 0));
