// Notices over HTTP.
import {
  countWaiting,
  createNotice,
  listNotices,
  moveNotice,
  previewNotice,
  readDelivery,
  readNotice,
  updateNotice,
} from '../../../contract/notices.ts';
import type { Serve } from '../../http/route.ts';
import type { NoticeService } from './service.ts';

export function noticeRoutes(serve: Serve, notices: NoticeService): void {
  serve(listNotices, ({ caller, query }) => notices.list(caller, query));
  serve(createNotice, ({ caller, body }) => notices.create(caller, body));
  serve(countWaiting, ({ caller }) => notices.countWaiting(caller));
  serve(previewNotice, ({ caller, body }) => notices.preview(caller, body.text));
  serve(readNotice, ({ caller, params }) => notices.read(caller, params.id));
  serve(updateNotice, ({ caller, params, body }) => notices.update(caller, params.id, body));
  serve(moveNotice, ({ caller, params, body }) => notices.move(caller, params.id, body));
  serve(readDelivery, ({ caller, params }) => notices.delivery(caller, params.id));
}
