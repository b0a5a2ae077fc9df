// The whole picture: ground, screen, bars, overlay and the one ring; takes frames, tells the document what it shows.
import { createAlertBand } from '../alerts/band-view.ts';
import { createAlertSheet } from '../alerts/sheet-view.ts';
import type { Frame, ScreenModel } from '../navigation/frame.ts';
import type { OverlayModel } from '../navigation/frames/overlays.ts';
import { createHelp } from '../overlays/help-view.ts';
import { createIdentify } from '../overlays/identify-view.ts';
import { createInstaller } from '../overlays/installer-view.ts';
import { createKeyboard } from '../overlays/keyboard-view.ts';
import { createPhone } from '../overlays/phone-view.ts';
import { createPin } from '../overlays/pin-view.ts';
import { createSettings } from '../overlays/settings-view.ts';
import { createActivate } from '../screens/activate/view.ts';
import { createBills } from '../screens/bills/view.ts';
import { createBoot } from '../screens/boot/view.ts';
import { createChannel } from '../screens/channel/view.ts';
import { createContact } from '../screens/contact/view.ts';
import { createFull } from '../screens/full/view.ts';
import { createGuide } from '../screens/guide/view.ts';
import { createGuideList } from '../screens/guide-list/view.ts';
import { createGuideSearch } from '../screens/guide-search/view.ts';
import { createGuides } from '../screens/guides/view.ts';
import { createHandover } from '../screens/handover/view.ts';
import { TICKER_BOX } from '../screens/home/layout.ts';
import { createHome } from '../screens/home/view.ts';
import { createHousehold } from '../screens/household/view.ts';
import { createLife } from '../screens/life/view.ts';
import { createList } from '../screens/list/view.ts';
import { createMessage } from '../screens/message/view.ts';
import { createOffers } from '../screens/offers/view.ts';
import { createOutages } from '../screens/outages/view.ts';
import { createPlace } from '../screens/place/view.ts';
import { createPlaces } from '../screens/places/view.ts';
import { createReader } from '../screens/reader/view.ts';
import { createReport } from '../screens/report/view.ts';
import { createAsk } from '../screens/report-ask/view.ts';
import { createReportReview } from '../screens/report-review/view.ts';
import { createReportSent } from '../screens/report-sent/view.ts';
import { createRequest } from '../screens/request/view.ts';
import { createRequestCode } from '../screens/request-code/view.ts';
import { createRequests } from '../screens/requests/view.ts';
import { SCREEN_TEXTS } from '../texts/screen.zh-CN.ts';
import { SPACE, TYPE } from '../theme/theme.ts';
import { createFocusRing } from './focus-ring.ts';
import { createGround } from './ground.ts';
import { createHintBar } from './hint-bar.ts';
import type { Element, Kit, Spot, View } from './kit.ts';
import { createTicker } from './ticker.ts';
import { createTopBar, type Heading } from './top-bar.ts';

type Models = ScreenModel | OverlayModel;
/** Several screens may share a model, and a view. */
type ModelOf<Name extends Models['name'], Each = Models> = Each extends { readonly name: infer N }
  ? Name extends N
    ? Each
    : never
  : never;
type Makers = { readonly [Name in Models['name']]: (kit: Kit) => View<ModelOf<Name>> };

/** A new screen or overlay is a line here. */
const VIEWS: Makers = {
  boot: createBoot,
  activate: createActivate,
  home: createHome,
  list: createList,
  reader: createReader,
  message: createMessage,
  household: createHousehold,
  full: createFull,
  channel: createChannel,
  guides: createGuides,
  'guide-list': createGuideList,
  guide: createGuide,
  'guide-search': createGuideSearch,
  life: createLife,
  bills: createBills,
  outages: createOutages,
  places: createPlaces,
  place: createPlace,
  offers: createOffers,
  contact: createContact,
  report: createReport,
  'report-where': createAsk,
  'report-what': createAsk,
  'report-when': createAsk,
  'report-review': createReportReview,
  'report-sent': createReportSent,
  requests: createRequests,
  request: createRequest,
  'request-code': createRequestCode,
  handover: createHandover,
  help: createHelp,
  settings: createSettings,
  pin: createPin,
  phone: createPhone,
  keyboard: createKeyboard,
  identify: createIdentify,
  installer: createInstaller,
};

export interface Television {
  draw(frame: Frame): void;
}

/** @param root what to hang the picture on; its size is 1920 x 1080 */
export function createTelevision(root: Element, parts: Omit<Kit, 'type' | 'elder'>): Television {
  root.childList.a(createGround(parts.stage));
  let picture: Picture | null = null;
  return {
    draw(frame) {
      if (picture?.elder !== frame.elder) {
        picture?.end();
        picture = createPicture(root, { ...parts, elder: frame.elder, type: frame.elder ? TYPE.elder : TYPE.normal });
      }
      picture.draw(frame);
    },
  };
}

interface Picture {
  readonly elder: boolean;
  draw(frame: Frame): void;
  end(): void;
}

/** Everything in one size of type; the other size is another picture. */
function createPicture(root: Element, kit: Kit): Picture {
  // Scaled from its top left corner.
  const layer = (): Element => kit.stage.createElement({ pivotX: 0, pivotY: 0 });
  const [all, screens, overlays] = [layer(), layer(), layer()];
  const topBar = createTopBar(kit);
  const hintBar = createHintBar(kit);
  const ticker = createTicker(kit, TICKER_BOX);
  const ring = createFocusRing(kit);
  const sheet = createAlertSheet(kit);
  const band = createAlertBand(kit);
  all.childList.a([screens, topBar.element, ticker.element, overlays, hintBar.element, ring.element]);
  root.childList.a([all, band.element, sheet.element]);
  const screen = createSlot(kit, screens);
  const overlay = createSlot(kit, overlays);
  return {
    elder: kit.elder,
    draw(frame) {
      const { chrome, alert } = frame;
      const covered = alert?.sheet ?? null;
      sheet.show(covered, chrome.note);
      makeRoom(all, band.show(covered ? null : (alert?.band ?? null)));
      // Below the sheet nothing is drawn, and nothing runs.
      all.visible = covered === null;
      const booting = frame.screen.name === 'boot';
      topBar.element.visible = !booting;
      topBar.show(chrome, headingOf(frame.screen));
      hintBar.show(chrome);
      ticker.show(frame.screen.name === 'home' && !frame.overlay && !covered ? chrome.ticker : [], frame.motion);
      const below = screen(frame.screen, frame);
      const above = overlay(frame.overlay, frame);
      ring.moveTo(frame.overlay ? above : below, frame.motion);
    },
    end() {
      ticker.show([], false);
      band.show(null);
      for (const layer of [all, band.element, sheet.element]) root.childList.remove(layer);
    },
  };
}

/** The picture steps back below a band of this height; what stands at its bottom stays there. */
function makeRoom(picture: Element, height: number): void {
  const { screen, safe } = SPACE;
  const scale = height === 0 ? 1 : (screen.h - height - 12) / (screen.h - safe.top);
  picture.patch({ scale, x: (screen.w * (1 - scale)) / 2, y: screen.h * (1 - scale) });
}

function headingOf(screen: ScreenModel): Heading | null {
  const short = (text: string, aside: string): Heading => ({ text, aside, long: false });
  switch (screen.name) {
    case 'reader':
    case 'full':
    case 'channel':
    case 'guide':
      return { text: screen.title, aside: '', long: true };
    case 'activate':
      return short(screen.groups ? screen.title : '', '');
    case 'household':
    case 'bills':
    case 'contact':
    case 'requests':
    case 'request':
      return short(screen.title, screen.closing);
    case 'list':
      return short(screen.title, SCREEN_TEXTS.listed(screen.page, screen.pages, screen.total));
    case 'guides':
    case 'life':
    case 'report-sent':
    case 'request-code':
    case 'handover':
      return short(screen.title, '');
    case 'place':
      return short(screen.title, screen.pages > 1 ? SCREEN_TEXTS.pageOf(screen.page, screen.pages) : '');
    case 'offers':
    case 'report':
    case 'report-where':
    case 'report-what':
    case 'report-when':
    case 'report-review':
      return short(screen.title, screen.aside);
    case 'outages':
    case 'places':
    case 'guide-list':
      return short(screen.title, screen.counted);
    case 'guide-search':
      return short(
        screen.title,
        screen.text === null ? SCREEN_TEXTS.found(screen.page, screen.pages, screen.total) : '',
      );
    default:
      return null;
  }
}

/** Shows one view at a time; each is made when it is first needed and kept. */
function createSlot(kit: Kit, place: Element): (model: Models | null, frame: Frame) => Spot | null {
  const made = new Map<Models['name'], View<Models>>();
  return (model, frame) => {
    for (const [name, view] of made) if (name !== model?.name) view.element.visible = false;
    if (!model) return null;
    let view = made.get(model.name);
    if (!view) {
      // The table pairs each name with the view of its own model, which TypeScript cannot follow through a lookup.
      view = VIEWS[model.name](kit) as unknown as View<Models>;
      made.set(model.name, view);
      place.childList.a(view.element);
    }
    const spot = view.draw(model, frame);
    // Only now: what it showed last would load its pictures once more.
    view.element.visible = true;
    return spot;
  };
}
