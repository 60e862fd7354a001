import type { ReactNode } from 'react';
import type { Screen } from '../store/screen.ts';
import After from './archive/screen.tsx';
import Certifications from './certifications/screen.tsx';
import Deliberate from './deliberate/screen.tsx';
import GuideScreen from './guide/screen.tsx';
import Home from './home/screen.tsx';
import Jurors from './jurors/screen.tsx';
import Notes from './notes/screen.tsx';
import Open from './open/screen.tsx';
import Parts from './parts-page/screen.tsx';
import Prepare from './prepare/screen.tsx';
import ReadingScreen from './reading/screen.tsx';
import Retention from './retention/screen.tsx';
import Review from './review/screen.tsx';
import Security from './security/screen.tsx';
import Sign from './sign/screen.tsx';
import Start from './start/screen.tsx';
import Statistics from './statistics/screen.tsx';
import TurnScreen from './turn/screen.tsx';

/** The screen of each place. */
export const Place = (props: { readonly screen: Screen }): ReactNode => {
  const { screen } = props;
  switch (screen.kind) {
    case 'deliberate':
      return <Deliberate key={screen.sessionId} screen={screen} />;
    case 'turn':
      return <TurnScreen screen={screen} />;
    case 'notes':
      return <Notes key={`${screen.sessionId} ${screen.candidateId}`} screen={screen} />;
    case 'review':
      return <Review screen={screen} />;
    case 'sign':
      return <Sign screen={screen} />;
    case 'archive':
      return <After key={screen.sessionId} screen={screen} />;
    case 'start':
      return <Start />;
    case 'home':
      return <Home />;
    case 'jurors':
      return <Jurors />;
    case 'prepare':
      return <Prepare key={screen.sessionId} screen={screen} />;
    case 'open':
      return <Open key={screen.sessionId} screen={screen} />;
    case 'certifications':
      return <Certifications screen={screen} />;
    case 'statistics':
      return <Statistics />;
    case 'retention':
      return <Retention />;
    case 'security':
      return <Security />;
    case 'reading':
      return <ReadingScreen screen={screen} />;
    case 'guide':
      return <GuideScreen screen={screen} />;
    case 'parts':
      return <Parts />;
  }
};
