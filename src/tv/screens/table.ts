// The screens of the television app; a new one is a folder and a line here.
import type { ScreenName } from '../navigation/context.ts';
import type { Definition } from '../navigation/definition.ts';
import type { ScreenModel } from '../navigation/frame.ts';
import { activate } from './activate/definition.ts';
import { boot } from './boot/definition.ts';
import { channel } from './channel/definition.ts';
import { full } from './full/definition.ts';
import { home } from './home/definition.ts';
import { household } from './household/definition.ts';
import { list } from './list/definition.ts';
import { message } from './message/definition.ts';
import { reader } from './reader/definition.ts';

export const SCREENS: Readonly<Record<ScreenName, Definition<ScreenName, ScreenModel>>> = {
  boot,
  activate,
  home,
  list,
  reader,
  message,
  household,
  full,
  channel,
};
