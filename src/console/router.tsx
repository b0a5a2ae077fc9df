// The console's addresses; each page is loaded when it is first opened.
import { createBrowserRouter } from 'react-router';
import { HomePage } from './frame/home.tsx';
import { ConsoleLayout } from './frame/layout.tsx';
import { NotFound, PageFailure } from './frame/page-failure.tsx';
import { RequireSession } from './frame/require-session.tsx';
import { SignInPage } from './pages/session/sign-in-page.tsx';

/** Shown while the first page's code is on its way: nothing, it is there in a moment. */
const Waiting = () => null;

export const createRouter = () =>
  createBrowserRouter(
    [
      { path: '/sign-in', element: <SignInPage />, errorElement: <PageFailure /> },
      {
        element: (
          <RequireSession>
            <ConsoleLayout />
          </RequireSession>
        ),
        errorElement: <PageFailure />,
        HydrateFallback: Waiting,
        children: [
          {
            errorElement: <PageFailure />,
            children: [
              { index: true, element: <HomePage /> },
              {
                path: 'notices',
                lazy: async () => ({ Component: (await import('./pages/notices/list.tsx')).NoticesPage }),
              },
              // A new notice is edited as `new`: one route, so that the editor stays when it is saved and gets its id.
              {
                path: 'notices/:id/edit',
                lazy: async () => ({ Component: (await import('./pages/notices/editor.tsx')).EditorPage }),
              },
              {
                path: 'notices/:id',
                lazy: async () => ({ Component: (await import('./pages/notices/detail.tsx')).NoticePage }),
              },
              {
                path: 'alerts',
                lazy: async () => ({ Component: (await import('./pages/alerts/list.tsx')).AlertsPage }),
              },
              {
                path: 'alerts/new',
                lazy: async () => ({ Component: (await import('./pages/alerts/prepare.tsx')).PrepareAlertPage }),
              },
              {
                path: 'alerts/templates',
                lazy: async () => ({ Component: (await import('./pages/alerts/templates.tsx')).AlertTemplatesPage }),
              },
              {
                path: 'alerts/:id',
                lazy: async () => ({ Component: (await import('./pages/alerts/detail.tsx')).AlertPage }),
              },
              {
                path: 'reviews',
                lazy: async () => ({ Component: (await import('./pages/reviews/page.tsx')).ReviewsPage }),
              },
              {
                path: 'schedule',
                lazy: async () => ({ Component: (await import('./pages/schedule/page.tsx')).SchedulePage }),
              },
              {
                path: 'places',
                lazy: async () => ({ Component: (await import('./pages/places/list.tsx')).PlacesPage }),
              },
              {
                path: 'broadband',
                lazy: async () => ({ Component: (await import('./pages/broadband/page.tsx')).BroadbandPage }),
              },
              {
                path: 'requests',
                lazy: async () => ({ Component: (await import('./pages/requests/list.tsx')).RequestsPage }),
              },
              {
                path: 'requests/new',
                lazy: async () => ({ Component: (await import('./pages/requests/entry.tsx')).RequestEntryPage }),
              },
              {
                path: 'requests/settings',
                lazy: async () => ({ Component: (await import('./pages/requests/settings.tsx')).RequestSettingsPage }),
              },
              {
                path: 'requests/statistics',
                lazy: async () => ({
                  Component: (await import('./pages/requests/statistics.tsx')).RequestStatisticsPage,
                }),
              },
              {
                path: 'requests/:id',
                lazy: async () => ({ Component: (await import('./pages/requests/detail.tsx')).RequestPage }),
              },
              {
                path: 'guides',
                lazy: async () => ({ Component: (await import('./pages/guides/list.tsx')).GuidesPage }),
              },
              {
                path: 'guides/import',
                lazy: async () => ({ Component: (await import('./pages/guides/import.tsx')).GuideImportPage }),
              },
              {
                path: 'guides/statistics',
                lazy: async () => ({ Component: (await import('./pages/guides/statistics.tsx')).GuideStatisticsPage }),
              },
              // A new guide is edited as `new`: one route, so that the editor stays when it is saved and gets its number.
              {
                path: 'guides/:number/edit',
                lazy: async () => ({ Component: (await import('./pages/guides/editor.tsx')).GuideEditorPage }),
              },
              {
                path: 'guides/:number',
                lazy: async () => ({ Component: (await import('./pages/guides/detail.tsx')).GuidePage }),
              },
              { path: 'boxes', lazy: async () => ({ Component: (await import('./pages/boxes/list.tsx')).BoxesPage }) },
              {
                path: 'boxes/imports',
                lazy: async () => ({ Component: (await import('./pages/imports/list.tsx')).ImportsPage }),
              },
              {
                path: 'boxes/imports/:id',
                lazy: async () => ({ Component: (await import('./pages/imports/one.tsx')).ImportPage }),
              },
              {
                path: 'boxes/settings',
                lazy: async () => ({ Component: (await import('./pages/box-settings/page.tsx')).BoxSettingsPage }),
              },
              {
                path: 'boxes/:id',
                lazy: async () => ({ Component: (await import('./pages/boxes/detail.tsx')).BoxPage }),
              },
              {
                path: 'activate',
                lazy: async () => ({ Component: (await import('./pages/activation/page.tsx')).ActivationPage }),
              },
              {
                path: 'coverage',
                lazy: async () => ({ Component: (await import('./pages/coverage/page.tsx')).CoveragePage }),
              },
              {
                path: 'proof/:item',
                lazy: async () => ({ Component: (await import('./pages/proof/page.tsx')).ProofPage }),
              },
              { path: 'staff', lazy: async () => ({ Component: (await import('./pages/staff/list.tsx')).StaffPage }) },
              {
                path: 'providers',
                lazy: async () => ({ Component: (await import('./pages/providers/page.tsx')).ProvidersPage }),
              },
              { path: 'cap', lazy: async () => ({ Component: (await import('./pages/cap/page.tsx')).CapPage }) },
              { path: 'keys', lazy: async () => ({ Component: (await import('./pages/keys/page.tsx')).KeysPage }) },
              { path: 'audit', lazy: async () => ({ Component: (await import('./pages/audit/list.tsx')).AuditPage }) },
              {
                path: 'password',
                lazy: async () => ({ Component: (await import('./pages/session/password-page.tsx')).PasswordPage }),
              },
              { path: '*', element: <NotFound /> },
            ],
          },
        ],
      },
    ],
    { basename: '/console' },
  );
