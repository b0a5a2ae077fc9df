// Full: the first page of the notice that has taken the screen.
import type { FullModel } from '../../navigation/frames/notices.ts';
import type { Kit, View } from '../../ui/kit.ts';
import { createSheet } from '../reader/sheet.ts';

export function createFull(kit: Kit): View<FullModel> {
  const sheet = createSheet(kit);
  return {
    element: sheet.element,
    draw(model, frame) {
      sheet.show(model, frame.chrome.status?.text ?? '', frame.motion);
      return null;
    },
  };
}
