// What stands in the place of a page that could not be opened.
import { Button, Result } from 'antd';
import { Link } from 'react-router';
import { texts } from '../texts/zh-CN.ts';

/** A page's code that no longer loads after an upgrade, or a fault in the page itself. */
export function PageFailure() {
  return (
    <Result
      status="warning"
      title={texts.failure.page}
      subTitle={texts.failure.pageHint}
      extra={<Button onClick={() => window.location.reload()}>{texts.failure.refresh}</Button>}
    />
  );
}

export function NotFound() {
  return (
    <Result
      status="info"
      title={texts.failure.notFound}
      extra={
        <Link to="/">
          <Button>{texts.common.goHome}</Button>
        </Link>
      }
    />
  );
}

export function Forbidden() {
  return <Result status="info" title={texts.failure.forbidden} />;
}
