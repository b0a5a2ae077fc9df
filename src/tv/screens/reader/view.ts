// Reader: a sheet with one page of the notice.
import type { ReaderModel } from '../../navigation/frames/notices.ts';
import type { Kit, View } from '../../ui/kit.ts';
import { createSheet } from './sheet.ts';

export function createReader(kit: Kit): View<ReaderModel> {
  const sheet = createSheet(kit);
  return {
    element: sheet.element,
    draw(model, frame) {
      sheet.show(model, frame.chrome.status?.text ?? '', frame.motion);
      return null;
    },
  };
}
