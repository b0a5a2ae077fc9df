// The office's ready words for answers.
import DeleteOutlined from '@ant-design/icons/DeleteOutlined';
import { Alert, App, Button, Card, Flex, Form, Input, Skeleton, Typography } from 'antd';
import type { z } from 'zod';
import { AnswerTemplate, type saveAnswerTemplates } from '../../../contract/request-settings.ts';
import { ProblemError, sentenceOf } from '../../api/problem.ts';
import { useAnswerTemplates, useSaveAnswerTemplates } from '../../api/request-settings.ts';
import { LoadFailure } from '../../shared/page.tsx';
import { texts } from '../../texts/zh-CN.ts';
import { byContract } from '../guides/contract-rule.ts';
import { ListFoot } from '../guides/list-foot.tsx';

const words = texts.requestTemplates;
const MOST = 30;
const NAME_LENGTH = 20;
const TEXT_LENGTH = 500;
const rules = AnswerTemplate.shape;

type Values = z.input<typeof saveAnswerTemplates.body>;

export function TemplatesTab() {
  const templates = useAnswerTemplates();
  return (
    <Flex vertical gap={16}>
      <LoadFailure error={templates.error} onRetry={() => void templates.refetch()} />
      {templates.isPending && <Skeleton active />}
      {templates.data && <Editor items={templates.data} />}
    </Flex>
  );
}

function Editor({ items }: Values) {
  const { message } = App.useApp();
  const save = useSaveAnswerTemplates();
  return (
    <Card size="small" style={{ maxWidth: 900 }}>
      <Typography.Paragraph type="secondary">{words.hint}</Typography.Paragraph>
      <Form<Values>
        initialValues={{ items }}
        requiredMark={false}
        onFinish={(values) => save.mutate(values.items, { onSuccess: () => void message.success(words.saved) })}
      >
        <Form.List name="items">
          {(rows, { add, remove }, { errors }) => (
            <Flex vertical gap={12}>
              {rows.length === 0 && <Typography.Text type="secondary">{words.empty}</Typography.Text>}
              {rows.map((row, index) => (
                <Flex key={row.key} gap={8} align="start">
                  <Form.Item
                    name={[row.name, 'name']}
                    rules={[byContract(rules.name)]}
                    style={{ width: 180, margin: 0 }}
                  >
                    <Input
                      maxLength={NAME_LENGTH}
                      aria-label={words.nameOf(index + 1)}
                      placeholder={words.namePlaceholder}
                    />
                  </Form.Item>
                  <Form.Item name={[row.name, 'text']} rules={[byContract(rules.text)]} style={{ flex: 1, margin: 0 }}>
                    <Input.TextArea
                      autoSize={{ minRows: 1, maxRows: 6 }}
                      maxLength={TEXT_LENGTH}
                      aria-label={words.textOf(index + 1)}
                      placeholder={words.textPlaceholder}
                    />
                  </Form.Item>
                  <Button
                    type="text"
                    aria-label={words.drop(index + 1)}
                    icon={<DeleteOutlined aria-hidden />}
                    onClick={() => remove(row.name)}
                  />
                </Flex>
              ))}
              <ListFoot
                label={words.add}
                count={rows.length}
                most={MOST}
                errors={errors}
                onAdd={() => add({ name: '', text: '' })}
              />
            </Flex>
          )}
        </Form.List>
        {save.error && <Alert type="error" showIcon title={faultOf(save.error)} style={{ marginTop: 16 }} />}
        <Button type="primary" htmlType="submit" loading={save.isPending} style={{ marginTop: 16 }}>
          {words.save}
        </Button>
      </Form>
    </Card>
  );
}

/** 有两条叫“已修好” says more than the sentence above it. */
const faultOf = (error: unknown): string =>
  (error instanceof ProblemError && error.errors.map(({ message }) => message).join('；')) || sentenceOf(error);
