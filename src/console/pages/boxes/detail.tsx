// One box: what it is, how far it shows what it should, what it says, what was done with it and can be done.
import { Alert, Col, Flex, Row, Skeleton } from 'antd';
import { useParams } from 'react-router';
import type { BoxDetail } from '../../../contract/fleet.ts';
import { useBox } from '../../api/boxes.ts';
import { useSignedIn } from '../../frame/session-context.ts';
import { BackButton } from '../../shared/back-button.tsx';
import { LoadFailure, Page } from '../../shared/page.tsx';
import { texts } from '../../texts/zh-CN.ts';
import { AccountsCard } from '../accounts/accounts-card.tsx';
import { BoxActions } from './actions.tsx';
import { boxRules } from './box-rules.ts';
import { CommandsCard } from './commands.tsx';
import { BoxFactsCard } from './facts.tsx';
import { FeedsCard } from './feeds.tsx';
import { lagOf } from './lag.ts';
import { LogCard } from './log.tsx';
import { BoxSettingsCard } from './settings.tsx';
import { SuspectAlert } from './suspect-alert.tsx';
import { BoxStateTag, Standing } from './tags.tsx';

const words = texts.box;

export function BoxPage() {
  const { id = '' } = useParams();
  const box = useBox(id);
  return box.data ? (
    <One box={box.data} key={box.data.id} />
  ) : (
    <Page title={texts.boxes.title}>
      <LoadFailure error={box.error} onRetry={() => void box.refetch()} />
      {box.isPending && <Skeleton active />}
    </Page>
  );
}

function One({ box }: { readonly box: BoxDetail }) {
  const { staff } = useSignedIn();
  const rules = boxRules(staff, box);
  return (
    <Page
      title={
        <Flex gap={12} align="center" wrap>
          {`${box.place} ${box.name}`}
          <BoxStateTag state={box.state} />
          <Standing box={box} />
        </Flex>
      }
      actions={
        <>
          <BackButton to="/boxes" />
          <BoxActions box={box} rules={rules} />
        </>
      }
    >
      {box.suspectSince && <SuspectAlert box={box} since={box.suspectSince} mayTrust={rules.trust} />}
      {box.standing === 'behind' && (
        <Alert type="warning" showIcon title={words.behindTitle(lagOf(box.position))} description={words.behindHint} />
      )}
      <Row gutter={[16, 16]}>
        <Col xs={24} xl={15}>
          <Flex vertical gap={16}>
            <BoxFactsCard box={box} />
            <FeedsCard feeds={box.feeds} position={box.position} />
            <LogCard log={box.log} />
          </Flex>
        </Col>
        <Col xs={24} xl={9}>
          <Flex vertical gap={16}>
            {rules.linkAccounts && <AccountsCard household={box.household} />}
            <CommandsCard commands={box.commands} />
            <BoxSettingsCard box={box} mayChange={rules.settings} />
          </Flex>
        </Col>
      </Row>
    </Page>
  );
}
