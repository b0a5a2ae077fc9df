// One import: how far it is, its counts, its report, and the step from a dry run to the real thing.
import { Alert, App, Button, Card, Flex, Progress, Skeleton, Statistic, Typography } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { IMPORT_RESULTS, type Import } from '../../../contract/imports.ts';
import { isRunning, useApplyImport, useImport } from '../../api/imports.ts';
import { sentenceOf } from '../../api/problem.ts';
import { BackButton } from '../../shared/back-button.tsx';
import { LoadFailure, Page } from '../../shared/page.tsx';
import { formatInstant } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';
import { canApply, progressOf } from './import-figures.ts';
import { ImportReport } from './report.tsx';
import { ImportStateTag, KindTag, resultText } from './tags.tsx';

const words = texts.imports;

export function ImportPage() {
  const { id = '' } = useParams();
  const found = useImport(id);
  return found.data ? (
    <One key={found.data.id} one={found.data} />
  ) : (
    <Page title={words.title}>
      <LoadFailure error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Skeleton active />}
    </Page>
  );
}

function One({ one }: { readonly one: Import }) {
  return (
    <Page
      title={
        <Flex gap={12} align="center" wrap>
          {one.file}
          <KindTag dryRun={one.dryRun} />
          <ImportStateTag state={one.state} />
        </Flex>
      }
      actions={
        <>
          <BackButton to="/boxes/imports" />
          {canApply(one) && <ApplyButton one={one} />}
          {!one.dryRun && one.state === 'done' && (
            <Link to="/boxes">
              <Button type="primary">{words.toBoxes}</Button>
            </Link>
          )}
        </>
      }
    >
      <Outcome one={one} />
      <Card size="small">
        <Flex vertical gap={16}>
          {one.state !== 'done' && (
            <Progress
              percent={progressOf(one)}
              status={one.state === 'failed' ? 'exception' : 'active'}
              format={() => (one.rows === null ? words.counting : words.progress(one.done, one.rows))}
            />
          )}
          <Flex justify="space-between" gap={16} wrap>
            {IMPORT_RESULTS.map((result) => (
              <Statistic
                key={result}
                title={resultText(result, one.dryRun)}
                value={one.counts[result]}
                suffix={<Typography.Text type="secondary">{words.row}</Typography.Text>}
              />
            ))}
          </Flex>
          <Typography.Text type="secondary">{words.startedBy(one.by, formatInstant(one.at))}</Typography.Text>
        </Flex>
      </Card>
      <ImportReport one={one} />
    </Page>
  );
}

function Outcome({ one: { state, failure, dryRun, counts } }: { readonly one: Import }) {
  if (state === 'failed')
    return <Alert type="error" showIcon title={words.states.failed} description={failure ?? texts.failure.unknown} />;
  if (state !== 'done') return null;
  if (!dryRun) return <Alert type="success" showIcon title={words.applied(counts.good)} />;
  return counts.good > 0 ? (
    <Alert type="info" showIcon title={words.dryRunDone(counts.good)} />
  ) : (
    <Alert type="warning" showIcon title={words.dryRunNone} />
  );
}

function ApplyButton({ one }: { readonly one: Import }) {
  const { modal } = App.useApp();
  const navigate = useNavigate();
  const apply = useApplyImport();
  const ask = () =>
    void modal.confirm({
      title: words.applyTitle(one.counts.good),
      content: words.applyHint,
      okText: words.apply,
      onOk: () =>
        apply.mutateAsync(one.id).then(
          ({ id }) => void navigate(`/boxes/imports/${id}`),
          (error) => void modal.error({ title: words.applyFailed, content: sentenceOf(error) }),
        ),
    });
  return (
    <Button type="primary" onClick={ask} disabled={isRunning(one)}>
      {words.apply}
    </Button>
  );
}
