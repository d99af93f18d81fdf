import createBallast from "#ballast";

import { answerMessages } from "./question";

answerMessages(createBallast());
