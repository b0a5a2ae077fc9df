// Back to where a page belongs.
import { Button } from 'antd';
import { Link } from 'react-router';
import { texts } from '../texts/zh-CN.ts';

export const BackButton = ({ to }: { readonly to: string }) => (
  <Link to={to}>
    <Button>{texts.common.back}</Button>
  </Link>
);
