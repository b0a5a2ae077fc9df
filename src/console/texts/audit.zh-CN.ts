// What audited actions and their details are called; an action without a name here is shown as it is.

export const auditTexts = {
  actions: {
    'notice.create': '写通知草稿',
    'notice.edit': '修改通知',
    'notice.submit': '提交审核',
    'notice.return': '退回通知',
    'notice.approve': '审核通过',
    'notice.publish': '发布通知',
    'notice.withdraw': '撤回通知',
    'staff.signin': '登录',
    'staff.signin-failed': '登录失败',
    'staff.password': '修改密码',
    'staff.create': '新建账号',
    'staff.reset': '重置密码',
  } as Readonly<Record<string, string>>,
  details: {
    revision: '版本',
    reason: '原因',
    grants: '权限',
    failures: '连续失败次数',
  } as Readonly<Record<string, string>>,
} as const;
