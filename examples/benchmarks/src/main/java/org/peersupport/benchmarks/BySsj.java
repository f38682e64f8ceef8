package org.peersupport.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.peersupport.benchmarks.HandChain.Step;
import org.peersupport.simulation.Behaviour;
import org.peersupport.simulation.Lognormal;
import umontreal.ssj.probdist.DiscreteDistribution;
import umontreal.ssj.randvar.LognormalGen;
import umontreal.ssj.randvar.RandomVariateGen;
import umontreal.ssj.rng.MRG32k3a;
import umontreal.ssj.rng.RandomStream;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;

/**
 * The sessions as SSJ would have them: an event for each activity, its time and what comes next
 * drawn by the generators of the library.
 */
final class BySsj {
  private final Simulator simulator = new Simulator();
  private final List<RandomVariateGen> next = new ArrayList<>();
  private final List<List<Optional<RandomVariateGen>>> times = new ArrayList<>();
  private final int[][] targets;
  private long sessions;
  private long closed;

  BySsj(Behaviour behaviour) {
    HandChain chain = new HandChain(behaviour);
    RandomStream choices = new MRG32k3a();
    RandomStream clock = new MRG32k3a();
    targets = new int[chain.states()][];
    for (int s = 0; s < targets.length; s++) {
      List<Step> steps = chain.steps(s);
      double[] places = new double[steps.size()];
      double[] probabilities = new double[steps.size()];
      targets[s] = new int[steps.size()];
      List<Optional<RandomVariateGen>> here = new ArrayList<>();
      for (int i = 0; i < places.length; i++) {
        places[i] = i;
        probabilities[i] = steps.get(i).probability();
        targets[s][i] = steps.get(i).target();
        here.add(
            Optional.ofNullable(behaviour.durations().get(chain.text(steps.get(i).activity())))
                .map(time -> generator(clock, time)));
      }
      next.add(
          new RandomVariateGen(
              choices, new DiscreteDistribution(places, probabilities, places.length)));
      times.add(here);
    }
  }

  private static RandomVariateGen generator(RandomStream clock, Lognormal time) {
    return new LognormalGen(clock, Math.log((double) time.median().toMillis()), time.sigma());
  }

  /** How many of so many sessions are closed. */
  long closed(long count) {
    sessions = count;
    closed = 0;
    simulator.init();
    new Activity().schedule(0);
    simulator.start();
    return closed;
  }

  /** An activity is over: what comes next takes its time, or the next session begins. */
  private final class Activity extends Event {
    private int state;

    Activity() {
      super(simulator);
    }

    @Override
    public void actions() {
      int place = (int) next.get(state).nextDouble();
      double took = times.get(state).get(place).map(RandomVariateGen::nextDouble).orElse(0.0);
      state = targets[state][place];
      if (state < 0) {
        closed += state == HandChain.CLOSED ? 1 : 0;
        state = 0;
        sessions--;
      }
      if (sessions > 0) {
        schedule(took);
      }
    }
  }
}
