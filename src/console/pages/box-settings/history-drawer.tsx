// All versions of a scope's settings, and going back to one of them by a new version.
import { Button, Drawer, Flex, Skeleton, Tag, Timeline, Typography } from 'antd';
import { useState } from 'react';
import type { SettingScope, SettingVersion } from '../../../contract/box-settings.ts';
import { useSaveSettings, useSettingHistory } from '../../api/box-settings.ts';
import { LoadFailure } from '../../shared/page.tsx';
import { AskReason } from '../../shared/reason-dialog.tsx';
import { formatInstant } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';
import { Lines } from './lines.tsx';

const words = texts.boxSettings;

interface Props {
  readonly scope: SettingScope;
  readonly name: string;
  readonly onClose: () => void;
}

export function HistoryDrawer({ scope, name, onClose }: Props) {
  const history = useSettingHistory(scope);
  const save = useSaveSettings();
  const [back, setBack] = useState<SettingVersion | null>(null);
  const newest = history.data?.[0];
  const goBack = ({ settings }: SettingVersion, reason: string) =>
    save.mutateAsync({ scope, settings, reason, after: newest?.version ?? 0 });
  return (
    <Drawer open title={words.historyTitle(name)} size={420} onClose={onClose}>
      <LoadFailure error={history.error} onRetry={() => void history.refetch()} />
      {history.isPending && <Skeleton active />}
      <Timeline
        items={(history.data ?? []).map((version) => ({
          key: version.version,
          color: version === newest ? 'green' : 'gray',
          content: (
            <Flex vertical gap={4}>
              <Flex gap={8} align="center">
                <Typography.Text strong>{words.version(version.version)}</Typography.Text>
                {version === newest ? (
                  <Tag color="green">{words.inForce}</Tag>
                ) : (
                  <Button type="link" size="small" style={{ padding: 0 }} onClick={() => setBack(version)}>
                    {words.backTo}
                  </Button>
                )}
              </Flex>
              <Lines settings={version.settings} />
              <Typography.Text>{texts.detail.because(version.reason)}</Typography.Text>
              <Typography.Text type="secondary">{`${version.by} · ${formatInstant(version.at)}`}</Typography.Text>
            </Flex>
          ),
        }))}
      />
      {back && (
        <AskReason
          title={words.backTitle(back.version)}
          hint={words.backHint}
          okText={words.backTo}
          placeholder={words.reasonPlaceholder}
          onReason={(reason) => goBack(back, reason)}
          done={words.saved}
          onClose={() => setBack(null)}
        />
      )}
    </Drawer>
  );
}
