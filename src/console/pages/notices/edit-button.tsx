// The way to the editor; for a notice under review only after a question, since an edit makes its approvals void.
import { App, Button } from 'antd';
import { useNavigate } from 'react-router';
import type { Notice } from '../../../contract/notices.ts';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.detail;

export function EditButton({ notice }: { readonly notice: Notice }) {
  const navigate = useNavigate();
  const { modal } = App.useApp();
  const go = () => void navigate(`/notices/${notice.id}/edit`);
  const ask = () =>
    void modal.confirm({ title: words.editWaiting, content: words.editWaitingHint, okText: words.edit, onOk: go });
  return <Button onClick={notice.state === 'draft' ? go : ask}>{words.edit}</Button>;
}
