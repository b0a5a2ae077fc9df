// What is set for a box at a distance, all scopes together.
import { Card } from 'antd';
import { Link } from 'react-router';
import type { BoxDetail } from '../../../contract/fleet.ts';
import { texts } from '../../texts/zh-CN.ts';
import { Lines } from '../box-settings/lines.tsx';

const words = texts.box;

export function BoxSettingsCard({ box, mayChange }: { readonly box: BoxDetail; readonly mayChange: boolean }) {
  return (
    <Card
      size="small"
      title={words.settings}
      extra={mayChange && <Link to={`/boxes/settings?box=${box.id}`}>{words.settingsOwn}</Link>}
    >
      <Lines settings={box.settings} />
    </Card>
  );
}
