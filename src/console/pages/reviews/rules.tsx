// The rule table of a region: for each category and step who may take it, and within what time.
import { Button, Flex, Table, type TableColumnsType, Tooltip, Typography } from 'antd';
import { useState } from 'react';
import { REVIEW_STEPS } from '../../../contract/approvals.ts';
import { NOTICE_CATEGORIES, type NoticeCategory } from '../../../contract/notices.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { RuleInForce } from '../../../contract/reviews.ts';
import { can, scopesOf } from '../../../domain/access/can.ts';
import { DISTRICT } from '../../../domain/regions/code.ts';
import { useRegionTree } from '../../api/regions.ts';
import { useRules } from '../../api/reviews.ts';
import { useSignedIn } from '../../frame/session-context.ts';
import { LoadFailure } from '../../shared/page.tsx';
import { RegionPicker } from '../../shared/region-picker.tsx';
import { formatInstant } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';
import { changesFor } from './rule-changes.ts';
import { RuleDialog } from './rule-dialog.tsx';

const words = texts.reviews;

export function Rules() {
  const { staff } = useSignedIn();
  const [region, setRegion] = useState<RegionCode | undefined>(() => scopesOf(staff, 'review.manage')[0]);
  const [changing, setChanging] = useState<RuleInForce | null>(null);
  const rules = useRules(region);
  const tree = useRegionTree();
  const regionName = tree.data?.find(({ code }) => code === region)?.shortName ?? '';
  return (
    <Flex vertical gap={16}>
      <Typography.Text type="secondary">
        {can(staff, 'review.manage', DISTRICT) ? words.rulesHint : `${words.rulesHint}${words.rulesTown}`}
      </Typography.Text>
      <div style={{ width: 260 }}>
        <RegionPicker
          permission="review.manage"
          value={region}
          placeholder={words.region}
          onChange={(next) => setRegion(next ?? region)}
        />
      </div>
      <LoadFailure error={rules.error} onRetry={() => void rules.refetch()} />
      <Table
        rowKey={(category) => category}
        columns={columnsFor(rules.data ?? [], region, (rule) => changesFor(staff, rule).length > 0, setChanging)}
        dataSource={rules.isSuccess ? [...NOTICE_CATEGORIES] : []}
        loading={rules.isPending}
        pagination={false}
        scroll={{ x: 720 }}
      />
      {changing && <RuleDialog rule={changing} regionName={regionName} onClose={() => setChanging(null)} />}
    </Flex>
  );
}

function columnsFor(
  rules: readonly RuleInForce[],
  region: RegionCode | undefined,
  mayChange: (rule: RuleInForce) => boolean,
  onChange: (rule: RuleInForce) => void,
): TableColumnsType<NoticeCategory> {
  return [
    { title: words.category, width: 120, render: (_, category) => texts.notices.categories[category] },
    ...REVIEW_STEPS.map((step) => ({
      title: words.steps[step],
      key: step,
      render: (_: unknown, category: NoticeCategory) => {
        const rule = rules.find((each) => each.category === category && each.step === step);
        if (!rule) return null;
        const text = words.cell(words.levels[rule.level], rule.hours);
        return (
          <Flex vertical align="start">
            {mayChange(rule) ? (
              <Button type="link" style={{ padding: 0, height: 'auto' }} onClick={() => onChange(rule)}>
                {text}
              </Button>
            ) : (
              <span>{text}</span>
            )}
            <WhoSet rule={rule} region={region} />
          </Flex>
        );
      },
    })),
  ];
}

function WhoSet({ rule: { set }, region }: { readonly rule: RuleInForce; readonly region: RegionCode | undefined }) {
  if (!set) return <Typography.Text type="secondary">{words.byDefault}</Typography.Text>;
  const where = set.region === region ? words.setHere : words.setIn(set.regionName);
  return (
    <Tooltip title={words.setBy(set.by, formatInstant(set.at), set.reason)}>
      <Typography.Text type="secondary">{where}</Typography.Text>
    </Tooltip>
  );
}
