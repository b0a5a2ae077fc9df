// What may be done with a case now: buttons in four groups, each opening its form.
import { Button, Card, Flex, Typography } from 'antd';
import { useState } from 'react';
import type { RequestDetail } from '../../../contract/request-calls.ts';
import { useMoveRequest } from '../../api/requests.ts';
import { texts } from '../../texts/zh-CN.ts';
import { MoveDialog } from './move-dialog.tsx';
import { FORWARD, MOVE_GROUPS, type StaffMove } from './move-form.ts';

const words = texts.requestCase;
const GROUPS = Object.entries(MOVE_GROUPS) as [keyof typeof MOVE_GROUPS, readonly StaffMove[]][];
const GRAVE: readonly StaffMove[] = ['withdraw', 'supervise', 'rework'];

export function MovesCard({ request }: { readonly request: RequestDetail }) {
  const [open, setOpen] = useState<StaffMove | null>(null);
  const move = useMoveRequest(request);
  // There must be something to merge it into.
  const allowed = request.moves.filter((each) => each !== 'merge' || request.duplicates.length > 0);
  const isForward = (each: StaffMove) => FORWARD.includes(each) || (each === 'assign' && request.state === 'received');
  return (
    <Card size="small" title={words.moves}>
      {allowed.length === 0 && <Typography.Text type="secondary">{words.noMoves}</Typography.Text>}
      <Flex vertical gap={12}>
        {GROUPS.map(([group, members]) => {
          const here = members.filter((each) => allowed.includes(each));
          return (
            here.length > 0 && (
              <Flex key={group} gap={8} align="baseline">
                <Typography.Text type="secondary" style={{ flex: 'none', width: 40 }}>
                  {words.moveGroups[group]}
                </Typography.Text>
                <Flex gap={8} wrap>
                  {here.map((each) => (
                    <Button
                      key={each}
                      type={isForward(each) ? 'primary' : 'default'}
                      danger={GRAVE.includes(each)}
                      onClick={() => setOpen(each)}
                    >
                      {texts.requests.actions[each]}
                    </Button>
                  ))}
                </Flex>
              </Flex>
            )
          );
        })}
      </Flex>
      {open && <MoveDialog kind={open} request={request} onMove={move.mutateAsync} onClose={() => setOpen(null)} />}
    </Card>
  );
}
