// The figure of the whole region, with how it was counted beside it.
import { Button, Card, Flex, Statistic, Typography } from 'antd';
import type { CoverageRow } from '../../../contract/coverage.ts';
import { texts } from '../../texts/zh-CN.ts';
import { percentText } from './figures.ts';
import type { Lens } from './households-drawer.tsx';
import { ReachedTag } from './reached-tag.tsx';

const words = texts.coverage;

interface Props {
  readonly total: CoverageRow;
  readonly asOf: string;
  readonly days: number;
  readonly onLook: (lens: Lens) => void;
}

export function TotalCard({ total, asOf, days, onLook }: Props) {
  const { region, name, households, covered } = total;
  const look = (which: Lens['covered']) => () => onLook({ region, name, covered: which });
  return (
    <Card size="small">
      <Flex gap={48} wrap align="start">
        <Statistic title={words.figure} value={percentText(total.percent)} />
        <Count title={words.covered} value={covered} unit={words.unitHouseholds} onLook={look('1')} />
        <Count title={words.uncovered} value={households - covered} unit={words.unitHouseholds} onLook={look('0')} />
        <Count title={words.households} value={households} unit={words.unitHouseholds} onLook={look(undefined)} />
        {total.target === null ? (
          <Statistic
            title={words.reached}
            value={words.reachedOf(total.reached, total.communities)}
            suffix={<Unit>{words.unitCommunities}</Unit>}
          />
        ) : (
          <Statistic
            title={words.columns.target}
            value={words.percent(total.target)}
            suffix={<ReachedTag row={total} />}
          />
        )}
      </Flex>
      <Typography.Paragraph type="secondary" style={{ margin: '12px 0 0' }}>
        {words.definition(days, asOf)}
        {words.goal}
      </Typography.Paragraph>
    </Card>
  );
}

interface CountProps {
  readonly title: string;
  readonly value: number;
  readonly unit: string;
  readonly onLook: () => void;
}

function Count({ title, value, unit, onLook }: CountProps) {
  return (
    <Statistic
      title={title}
      value={value}
      formatter={() =>
        value === 0 ? (
          0
        ) : (
          <Button
            type="link"
            aria-label={`${title} ${value}`}
            style={{ padding: 0, height: 'auto', fontSize: 24 }}
            onClick={onLook}
          >
            {value}
          </Button>
        )
      }
      suffix={<Unit>{unit}</Unit>}
    />
  );
}

function Unit({ children }: { readonly children: string }) {
  return <Typography.Text type="secondary">{children}</Typography.Text>;
}
