// A sheet of guides brought in: chosen, looked at row by row, and only then saved as drafts.
import { Alert, App, Button, Card, Flex, Spin, Steps, Typography } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { GuideImport } from '../../../contract/guide-calls.ts';
import { useImportGuides } from '../../api/guides.ts';
import { sentenceOf } from '../../api/problem.ts';
import { Forbidden } from '../../frame/page-failure.tsx';
import { useMay } from '../../frame/session-context.ts';
import { BackButton } from '../../shared/back-button.tsx';
import { Page } from '../../shared/page.tsx';
import { texts } from '../../texts/zh-CN.ts';
import { countsOf, savedBy } from './import-counts.ts';
import { ImportReport } from './import-report.tsx';
import { SheetUpload } from './sheet-upload.tsx';

const words = texts.guideImport;

export function GuideImportPage() {
  const mayWrite = useMay('guide.write');
  return mayWrite ? <ImportSteps /> : <Forbidden />;
}

function ImportSteps() {
  const [file, setFile] = useState<File | null>(null);
  const [report, setReport] = useState<GuideImport | null>(null);
  const bringIn = useImportGuides();
  const { modal } = App.useApp();
  const start = (chosen: File, apply: boolean) =>
    bringIn.mutateAsync({ file: chosen, apply }).then(setReport, () => undefined);
  const choose = (chosen: File) => {
    setFile(chosen);
    setReport(null);
    void start(chosen, false);
  };
  const again = () => {
    setFile(null);
    setReport(null);
    bringIn.reset();
  };
  const good = report ? savedBy(report) : 0;
  const ask = () =>
    void modal.confirm({
      title: words.applyTitle(good),
      content: words.applyHint,
      okText: words.applyOk,
      onOk: () => {
        if (file) void start(file, true);
      },
    });
  const isApplying = bringIn.isPending && bringIn.variables.apply;
  return (
    <Page
      title={words.title}
      actions={
        <>
          <BackButton to="/guides" />
          {file && (
            <Button disabled={bringIn.isPending} onClick={again}>
              {words.another}
            </Button>
          )}
          {report && !report.applied && good > 0 && (
            <Button type="primary" disabled={bringIn.isPending} onClick={ask}>
              {words.apply(good)}
            </Button>
          )}
          {report?.applied && (
            <Link to="/guides?state=draft">
              <Button type="primary">{words.toDrafts}</Button>
            </Link>
          )}
        </>
      }
    >
      <Card size="small">
        <Steps
          size="small"
          current={stepOf(report, file, isApplying)}
          status={bringIn.error ? 'error' : 'process'}
          items={words.steps.map((title) => ({ title }))}
        />
      </Card>
      {file ? (
        <Typography.Text type="secondary">{words.file(file.name)}</Typography.Text>
      ) : (
        <SheetUpload onFile={choose} />
      )}
      {bringIn.isPending && (
        <Card>
          <Flex vertical align="center" gap={12}>
            <Spin />
            <span>{isApplying ? words.saving(good) : words.checking}</span>
          </Flex>
        </Card>
      )}
      {bringIn.error && (
        <Alert
          type="error"
          showIcon
          title={report ? words.saveFailed : words.failed}
          description={sentenceOf(bringIn.error)}
        />
      )}
      {report && !bringIn.isPending && (
        <>
          <Outcome report={report} />
          <ImportReport report={report} />
        </>
      )}
    </Page>
  );
}

/** The last one stays when all is done. */
function stepOf(report: GuideImport | null, file: File | null, isApplying: boolean): number {
  if (report?.applied || isApplying) return 2;
  return file ? 1 : 0;
}

function Outcome({ report }: { readonly report: GuideImport }) {
  const saved = savedBy(report);
  const { refused } = countsOf(report);
  const title = report.applied ? words.applied(saved) : saved > 0 ? words.checked(saved) : words.nothing;
  return (
    <Flex vertical gap={8}>
      <Alert type={report.applied ? 'success' : 'info'} showIcon title={title} />
      {refused > 0 && <Alert type="warning" showIcon title={words.refused(refused)} />}
    </Flex>
  );
}
