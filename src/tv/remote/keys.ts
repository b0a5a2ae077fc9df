// The keys of a remote control by meaning; profiles translate raw codes into them.

const DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
export type Digit = (typeof DIGITS)[number];

export const REMOTE_KEYS = [
  'up',
  'down',
  'left',
  'right',
  'ok',
  'back',
  'home',
  'menu',
  'red',
  'green',
  'yellow',
  'blue',
  'pageUp',
  'pageDown',
  ...DIGITS,
] as const;
export type RemoteKey = (typeof REMOTE_KEYS)[number];
