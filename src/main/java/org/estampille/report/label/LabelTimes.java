package org.estampille.report.label;

import java.util.Optional;
import org.estampille.declaration.PlayTime;
import org.estampille.declaration.TimeBase;
import org.estampille.timecode.Rational;

/** Times as people of the programme write them: labels of frames where frames are counted, otherwise hours, minutes and seconds. */
record LabelTimes(Optional<TimeBase> base) {

    String text(Rational seconds) {
        return base.map(counting -> counting.start()
                        .plus(counting.rate().nearestFrame(seconds))
                        .label())
                .or(() -> PlayTime.of(seconds).map(PlayTime::text))
                .orElse(seconds.text());
    }
}
