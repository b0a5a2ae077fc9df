// Channel: the page the loop has come to, with the channel's name beside it.
import type { ChannelModel } from '../../navigation/frames/notices.ts';
import type { Kit, View } from '../../ui/kit.ts';
import { createSheet } from '../reader/sheet.ts';

export function createChannel(kit: Kit): View<ChannelModel> {
  const sheet = createSheet(kit);
  return {
    element: sheet.element,
    draw(model, frame) {
      sheet.show(model, frame.chrome.status?.text ?? model.channel, frame.motion);
      return null;
    },
  };
}
