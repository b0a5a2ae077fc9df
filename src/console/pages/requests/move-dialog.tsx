// One move as a form: what belongs to it, with public and internal words clearly apart.
import { useMutation } from '@tanstack/react-query';
import { Alert, App, Form, Input, Modal, Typography } from 'antd';
import type { RequestDetail } from '../../../contract/request-calls.ts';
import { type Move, REQUEST_LIMITS, type RequestPhotoId } from '../../../contract/requests.ts';
import { ProblemError } from '../../api/problem.ts';
import { fieldErrors } from '../../shared/field-errors.ts';
import { texts } from '../../texts/zh-CN.ts';
import { MoveExtra } from './move-extra.tsx';
import { MOVE_FIELDS, type MoveValues, moveOf, type StaffMove } from './move-form.ts';
import { type PhotoFile, PhotosField, photosFault, photosOf } from './photos-field.tsx';
import { WordsLabel } from './words-kind.tsx';

const words = texts.requestCase;
const LEAST = 2;
const NAMES = [
  'to',
  'until',
  'into',
  'category',
  'public',
  'internal',
  'photos',
] as const satisfies (keyof MoveValues)[];

interface Props {
  readonly kind: StaffMove;
  readonly request: RequestDetail;
  readonly onMove: (given: { move: Move; photos: RequestPhotoId[] }) => Promise<unknown>;
  readonly onClose: () => void;
}

export function MoveDialog({ kind, request, onMove, onClose }: Props) {
  const { message } = App.useApp();
  const [form] = Form.useForm<MoveValues>();
  const deed = useMutation({ mutationFn: onMove });
  const fields = MOVE_FIELDS[kind];
  const name = texts.requests.actions[kind];
  const rest = deed.error ? faultsOf(deed.error).rest : undefined;
  const submit = (values: MoveValues) => {
    const move = moveOf(kind, values);
    if (move === null) {
      form.setFields([{ name: fields.internal ? 'internal' : 'public', errors: [words.form.oneOfTwo] }]);
      return;
    }
    const photos = photosOf(values.photos);
    deed.mutate(
      { move, photos },
      {
        onSuccess() {
          void message.success(words.done(name));
          onClose();
        },
        onError: (error) => form.setFields(faultsOf(error).fields),
      },
    );
  };
  return (
    <Modal
      open
      width={600}
      title={name}
      okText={name}
      confirmLoading={deed.isPending}
      okButtonProps={{ danger: kind === 'withdraw' }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Typography.Paragraph type="secondary">{words.hints[kind]}</Typography.Paragraph>
      <Form<MoveValues>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ category: request.category, timeClass: request.timeClass, satisfied: null }}
        onFinish={submit}
      >
        {fields.extra && <MoveExtra extra={fields.extra} request={request} />}
        {(['public', 'internal'] as const).map((side) => {
          const wanted = fields[side];
          return (
            wanted && (
              <Form.Item
                key={side}
                name={side}
                label={<WordsLabel side={side} />}
                rules={[
                  { required: wanted === 'required', whitespace: true, message: texts.common.required },
                  { min: LEAST, message: texts.common.reasonShort },
                ]}
              >
                <Input.TextArea
                  autoSize={{ minRows: 2, maxRows: 8 }}
                  maxLength={fields.long ? REQUEST_LIMITS.text : REQUEST_LIMITS.reason}
                  showCount
                  placeholder={placeholderOf(side, wanted === 'optional')}
                />
              </Form.Item>
            )
          );
        })}
        <Form.Item
          name="photos"
          label={words.form.photos}
          rules={[
            {
              validator: async (_, files?: PhotoFile[]) => {
                const fault = photosFault(files);
                if (fault !== null) throw new Error(fault);
              },
            },
          ]}
        >
          <PhotosField request={request.id} />
        </Form.Item>
        {rest && <Alert type="error" showIcon title={rest} />}
      </Form>
    </Modal>
  );
}

function placeholderOf(side: 'public' | 'internal', isOptional: boolean): string {
  const text = side === 'public' ? words.form.publicPlaceholder : words.form.internalPlaceholder;
  return isOptional ? `${text}，${words.form.optional}` : text;
}

/** The server names the move's parts as `move.until`. */
function faultsOf(error: unknown) {
  if (!(error instanceof ProblemError)) return fieldErrors(error, NAMES);
  const { code, status, message } = error;
  const errors = error.errors.map(({ path, ...fault }) => ({ ...fault, path: path.replace(/^move\./, '') }));
  const sentence = code === 'stale-revision' ? words.staleTitle : message;
  return fieldErrors(new ProblemError(code, status, sentence, errors), NAMES);
}
