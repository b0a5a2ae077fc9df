// What one screen shows at one moment, as plain data: navigation presents it, views draw it and decide nothing.
import type { AlertFace, AlertLayer } from './frames/alerts.ts';
import type { BillsModel } from './frames/bills.ts';
import type { ActivateModel, BootModel, HouseholdModel, MessageModel } from './frames/box.ts';
import type { GuideListModel, GuideModel, GuideSearchModel, GuidesModel } from './frames/guides.ts';
import type { ContactModel, LifeModel, OffersModel, OutagesModel, PlaceModel, PlacesModel } from './frames/living.ts';
import type { ChannelModel, FullModel, HomeModel, ListModel, ReaderModel } from './frames/notices.ts';
import type { OverlayModel } from './frames/overlays.ts';
import type {
  AskModel,
  HandoverModel,
  ReportModel,
  ReportReviewModel,
  ReportSentModel,
  RequestCodeModel,
  RequestModel,
  RequestsModel,
} from './frames/requests.ts';

/** Everything on the television: the frame around every screen, the screen, and at most one overlay above it. */
export interface Frame {
  readonly chrome: Chrome;
  readonly screen: ScreenModel;
  readonly overlay: OverlayModel | null;
  /** Above everything; null: all is quiet. */
  readonly alert: AlertLayer | null;
  /** Large type for eyes of seventy; the default. */
  readonly elder: boolean;
  readonly motion: boolean;
}

/** Those that can be seen: below a sheet no band is. */
export function alertsOn({ alert }: Pick<Frame, 'alert'>): readonly AlertFace[] {
  const face = alert?.sheet ?? alert?.band;
  return face ? [face] : [];
}

export interface Chrome {
  /** 车站社区; empty until the box knows */
  readonly community: string;
  /** 20:15 */
  readonly clock: string;
  /** 11月23日 星期一 十月十五 */
  readonly date: string;
  /** Shown beside the clock when what is on the screen may not be the newest. */
  readonly status: { readonly kind: 'stale' | 'offline'; readonly text: string } | null;
  /** Texts of pinned notices that run along the bottom of the home screen; empty: no ticker. */
  readonly ticker: readonly string[];
  readonly hints: readonly Hint[];
  /** A short sentence about the last key press (已经是最后一页了); stays until the next key. Null: nothing to say. */
  readonly note: string | null;
}

/** A key with what it does here, always on screen. */
export interface Hint {
  readonly key:
    | 'ok'
    | 'back'
    | 'home'
    | 'arrows'
    | 'upDown'
    | 'left'
    | 'leftRight'
    | 'digits'
    | 'zero'
    | 'one'
    | 'six'
    | 'seven'
    | 'nine'
    | 'any'
    | 'red'
    | 'green'
    | 'yellow'
    | 'blue';
  readonly label: string;
}

export type ScreenModel =
  | BootModel
  | ActivateModel
  | HomeModel
  | ListModel
  | ReaderModel
  | MessageModel
  | HouseholdModel
  | FullModel
  | ChannelModel
  | GuidesModel
  | GuideListModel
  | GuideModel
  | GuideSearchModel
  | LifeModel
  | BillsModel
  | OutagesModel
  | PlacesModel
  | PlaceModel
  | OffersModel
  | ContactModel
  | ReportModel
  | AskModel
  | ReportReviewModel
  | ReportSentModel
  | RequestsModel
  | RequestModel
  | RequestCodeModel
  | HandoverModel;
