package org.peersupport.benchmarks;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.peersupport.benchmarks.HandChain.Step;
import org.peersupport.simulation.Behaviour;

/** The equations of a chain as a matrix, solved by EJML: elimination, with no eye for its zeros. */
final class DenseChain {
  private final HandChain chain;

  DenseChain(Behaviour behaviour) {
    chain = new HandChain(behaviour);
  }

  /** From each state: how many activities a session still has. */
  DMatrixRMaj activities() {
    int states = chain.states();
    DMatrixRMaj matrix = new DMatrixRMaj(states, states);
    DMatrixRMaj rewards = new DMatrixRMaj(states, 1);
    for (int s = 0; s < states; s++) {
      matrix.add(s, s, 1);
      for (Step step : chain.steps(s)) {
        if (step.target() >= 0) {
          matrix.add(s, step.target(), -step.probability());
          rewards.add(s, 0, step.probability());
        }
      }
    }
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.lu(states);
    DMatrixRMaj expected = new DMatrixRMaj(states, 1);
    if (!solver.setA(matrix)) {
      throw new IllegalStateException("the chain never ends");
    }
    solver.solve(rewards, expected);
    return expected;
  }
}
