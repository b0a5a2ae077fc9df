// The settings of a version, one line for each that is overridden.
import { Flex, Typography } from 'antd';
import type { BoxSettings } from '../../../contract/box-settings.ts';
import { texts } from '../../texts/zh-CN.ts';
import { settingLines } from './setting-lines.ts';

export function Lines({ settings }: { readonly settings: BoxSettings }) {
  const lines = settingLines(settings);
  if (lines.length === 0) return <Typography.Text type="secondary">{texts.boxSettings.nothing}</Typography.Text>;
  return (
    <Flex vertical>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </Flex>
  );
}
