// The screens of the television app; a new one is a folder and a line here.
import type { ScreenName } from '../navigation/context.ts';
import type { Definition } from '../navigation/definition.ts';
import type { ScreenModel } from '../navigation/frame.ts';
import { activate } from './activate/definition.ts';
import { bills } from './bills/definition.ts';
import { boot } from './boot/definition.ts';
import { channel } from './channel/definition.ts';
import { contact } from './contact/definition.ts';
import { full } from './full/definition.ts';
import { guide } from './guide/definition.ts';
import { guideList } from './guide-list/definition.ts';
import { guideSearch } from './guide-search/definition.ts';
import { guides } from './guides/definition.ts';
import { handover } from './handover/definition.ts';
import { home } from './home/definition.ts';
import { household } from './household/definition.ts';
import { life } from './life/definition.ts';
import { list } from './list/definition.ts';
import { message } from './message/definition.ts';
import { offers } from './offers/definition.ts';
import { outages } from './outages/definition.ts';
import { place } from './place/definition.ts';
import { places } from './places/definition.ts';
import { reader } from './reader/definition.ts';
import { report } from './report/definition.ts';
import { reportWhat, reportWhen, reportWhere } from './report-ask/definition.ts';
import { reportReview } from './report-review/definition.ts';
import { reportSent } from './report-sent/definition.ts';
import { request } from './request/definition.ts';
import { requestCode } from './request-code/definition.ts';
import { requests } from './requests/definition.ts';

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
  guides,
  'guide-list': guideList,
  guide,
  'guide-search': guideSearch,
  life,
  bills,
  outages,
  places,
  place,
  offers,
  contact,
  report,
  'report-where': reportWhere,
  'report-what': reportWhat,
  'report-when': reportWhen,
  'report-review': reportReview,
  'report-sent': reportSent,
  requests,
  request,
  'request-code': requestCode,
  handover,
};
