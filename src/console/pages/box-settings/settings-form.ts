// The settings form's values and the settings they stand for: "left alone" is a value of the form and none of the contract.
import type { BoxSettings } from '../../../contract/box-settings.ts';

export const KEEP = 'keep';
type Keep = typeof KEEP;

export interface SettingsForm {
  remote: NonNullable<BoxSettings['remote']> | Keep;
  elder: 'on' | 'off' | Keep;
  motion: 'on' | 'off' | Keep;
  standby: number | Keep;
}

const fromFlag = (flag: boolean | undefined) => (flag === undefined ? KEEP : flag ? 'on' : 'off');

export function toForm({ remote, elder, motion, standby }: BoxSettings): SettingsForm {
  return { remote: remote ?? KEEP, elder: fromFlag(elder), motion: fromFlag(motion), standby: standby ?? KEEP };
}

export function fromForm({ remote, elder, motion, standby }: SettingsForm): BoxSettings {
  return {
    ...(remote !== KEEP && { remote }),
    ...(elder !== KEEP && { elder: elder === 'on' }),
    ...(motion !== KEEP && { motion: motion === 'on' }),
    ...(standby !== KEEP && { standby }),
  };
}
