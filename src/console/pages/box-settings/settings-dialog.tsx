// A new version of the settings of a scope, upon the one in force.
import { Alert, App, Button, Form, Input, Modal, Select, Skeleton, Typography } from 'antd';
import { useState } from 'react';
import {
  type BoxSettings,
  REMOTE_PROFILES,
  type SettingScope,
  type SettingVersion,
} from '../../../contract/box-settings.ts';
import { scopeKey } from '../../../domain/boxes/settings.ts';
import { useSaveSettings, useSettingHistory } from '../../api/box-settings.ts';
import { ProblemError, sentenceOf } from '../../api/problem.ts';
import { LoadFailure } from '../../shared/page.tsx';
import { useDebounced } from '../../shared/use-debounced.ts';
import { texts } from '../../texts/zh-CN.ts';
import { ScopePicker } from './scope-picker.tsx';
import { fromForm, KEEP, type SettingsForm, toForm } from './settings-form.ts';

const words = texts.boxSettings;
const STILL_MS = 400;

interface Props {
  /** Left out: it is chosen here. */
  readonly scope?: SettingScope;
  readonly name?: string;
  readonly onClose: () => void;
}

export function SettingsDialog({ scope: given, name, onClose }: Props) {
  const [chosen, setChosen] = useState<SettingScope | undefined>(given);
  // A model is typed letter by letter: its versions are asked for when it stands still.
  const settled = useDebounced(chosen, STILL_MS);
  const scope = given ?? (chosen && settled && scopeKey(chosen) === scopeKey(settled) ? settled : undefined);
  const history = useSettingHistory(scope);
  const inForce = history.data?.[0];
  const title = given ? `${words.change}：${name || inForce?.scopeName || words.kinds[given.kind]}` : words.add;
  return (
    <Modal open title={title} footer={null} mask={{ closable: false }} onCancel={onClose}>
      {!given && (
        <Form layout="vertical" component="div">
          <ScopePicker value={chosen} onChange={setChosen} />
        </Form>
      )}
      <LoadFailure error={history.error} onRetry={() => void history.refetch()} />
      {scope && history.isPending && <Skeleton active />}
      {scope && history.isSuccess && (
        <Values
          // Filled in anew when a newer version has come.
          key={`${scopeKey(scope)} ${inForce?.version ?? 0}`}
          scope={scope}
          inForce={inForce}
          onClose={onClose}
        />
      )}
    </Modal>
  );
}

/** Of a lobby's screen; 0: it never begins by itself. */
const STANDBY_MINUTES = [0, 1, 3, 5, 10, 15, 30, 60];

interface ValuesProps {
  readonly scope: SettingScope;
  readonly inForce: SettingVersion | undefined;
  readonly onClose: () => void;
}

function Values({ scope, inForce, onClose }: ValuesProps) {
  const { message } = App.useApp();
  const save = useSaveSettings();
  const after = inForce?.version ?? 0;
  const submit = ({ reason, ...form }: SettingsForm & { reason: string }) =>
    save.mutate(
      { scope, settings: fromForm(form), reason: reason.trim(), after },
      {
        onSuccess: () => {
          void message.success(words.saved);
          onClose();
        },
        // The form is about to be filled in anew: the word is said where it stays.
        onError: (error) => {
          if (error instanceof ProblemError && error.code === 'setting-stale') void message.warning(words.stale);
        },
      },
    );
  const keep = { value: KEEP, label: words.keep };
  const onOff = [keep, { value: 'on', label: words.on }, { value: 'off', label: words.off }];
  const none: BoxSettings = {};
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      initialValues={toForm(inForce?.settings ?? none)}
      onFinish={submit}
      autoComplete="off"
    >
      <Typography.Paragraph type="secondary">{after > 0 ? words.follows(after) : words.first}</Typography.Paragraph>
      <Form.Item name="remote" label={words.names.remote}>
        <Select options={[keep, ...REMOTE_PROFILES.map((value) => ({ value, label: words.remotes[value] }))]} />
      </Form.Item>
      <Form.Item name="elder" label={words.names.elder}>
        <Select options={onOff} />
      </Form.Item>
      <Form.Item name="motion" label={words.names.motion}>
        <Select options={onOff} />
      </Form.Item>
      <Form.Item name="standby" label={words.names.standby}>
        <Select options={[keep, ...STANDBY_MINUTES.map((value) => ({ value, label: words.standby(value) }))]} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={texts.common.reason}
        rules={[{ required: true, whitespace: true, min: 2, message: texts.common.reasonShort }]}
      >
        <Input placeholder={words.reasonPlaceholder} maxLength={200} />
      </Form.Item>
      {save.error && <Alert type="error" showIcon title={sentenceOf(save.error)} style={{ marginBottom: 16 }} />}
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {words.save}
      </Button>
    </Form>
  );
}
